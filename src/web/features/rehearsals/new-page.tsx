import { useNavigate } from 'react-router';
import type { Draft } from '#contracts/rehearsals/draft.ts';
import { makeRehearsal, readDraftForm } from '#contracts/rehearsals/endpoints.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate } from '../../session.ts';
import { useFilters } from '../../ui/filter-bar.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Loaded, Note } from '../../ui/states.tsx';
import { DraftForm } from './draft-form.tsx';
import './rehearsals.css';

const EMPTY = { set: [], addAgeTiers: [], dropTiers: [] };

/** A new draft, or the worked example 补床头 → 补人头 ready to be run. */
export default function NewPage() {
  const { values } = useFilters();
  const today = useBusinessDate();
  const isBeds = values.example === 'beds';
  const answer = useQueryOf(readDraftForm, { query: {} });
  const write = useWrite(makeRehearsal);
  const navigate = useNavigate();
  const title = isBeds ? '样例：补床头改补人头' : '起草';
  const submit = async (draft: Draft) => {
    const made = await write.mutateAsync({ body: draft });
    void navigate(fill('/desk/rehearsals/:id', { id: made.id }));
  };
  return (
    <>
      <PageHeader
        title={title}
        trail={[{ title: '政策预演', to: '/desk/rehearsals' }]}
        facts={['先存草案，再预演；预演不改任何一条核定和发放']}
      />
      {isBeds && (
        <Note tone="warn" title="金额没有查到正式文件">
          各档金额是凭经验的数量级，过渡每年各发百分之几是样例，都可以改；按机构登记的上个月入住算，一家一家比。
        </Note>
      )}
      <Loaded of={answer} rows={8}>
        {({ month, fields, bedFields }) => {
          const draft: Draft = isBeds
            ? {
                ...{
                  kind: 'beds',
                  name: '机构运营补贴从补床头改为补人头（样例）',
                  purpose: '让钱跟着入住的老年人走，重点给重度失能的人',
                },
                ...{ basis: '样例，没有正式文件', startsMonth: month, months: 48, reassessed: true, changes: EMPTY },
              }
            : {
                ...{
                  kind: 'change',
                  name: '',
                  purpose: '',
                  basis: '',
                  startsMonth: month,
                  months: 12,
                  reassessed: true,
                },
                changes: EMPTY,
              };
          return (
            <DraftForm
              key={draft.kind}
              draft={draft}
              fields={isBeds ? bedFields : fields}
              today={today || `${month}-01`}
              label="存草案"
              kept={`rehearsals.new.${draft.kind}`}
              submit={submit}
            />
          );
        }}
      </Loaded>
    </>
  );
}
