import { useNavigate, useParams } from 'react-router';
import { editRehearsal, readDraftForm, readRehearsal } from '#contracts/rehearsals/endpoints.ts';
import type { Rehearsal } from '#contracts/rehearsals/result.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate } from '../../session.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { Loaded, Note } from '../../ui/states.tsx';
import { DraftForm } from './draft-form.tsx';
import './rehearsals.css';

export default function EditPage() {
  const { id = '' } = useParams();
  const answer = useQueryOf(readRehearsal, { params: { id } });
  return (
    <Loaded whole of={answer}>
      {rehearsal => <Edit rehearsal={rehearsal} />}
    </Loaded>
  );
}

function Edit({ rehearsal }: { rehearsal: Rehearsal }) {
  const { id, draft, mayEdit, lockedBecause, result } = rehearsal;
  const today = useBusinessDate();
  const write = useWrite(editRehearsal);
  const navigate = useNavigate();
  const form = useQueryOf(readDraftForm, { query: { month: draft.startsMonth } });
  const back = fill('/desk/rehearsals/:id', { id });
  return (
    <>
      <PageHeader
        title="修改草案"
        trail={[
          { title: '政策预演', to: '/desk/rehearsals' },
          { title: rehearsal.name, to: back },
        ]}
      />
      {result && mayEdit && (
        <Note tone="warn" title="改了以后要重新预演">
          现在的预演结果会清掉。
        </Note>
      )}
      {mayEdit ? (
        <Loaded of={form} rows={8}>
          {({ month, fields, bedFields }) => (
            <DraftForm
              draft={draft}
              fields={draft.kind === 'beds' ? bedFields : fields}
              today={today || `${month}-01`}
              label="存草案"
              kept={`rehearsals.${id}`}
              submit={body => write.mutateAsync({ params: { id }, body })}
              done={() => void navigate(back)}
            />
          )}
        </Loaded>
      ) : (
        <Note title="不能改">{lockedBecause}</Note>
      )}
    </>
  );
}
