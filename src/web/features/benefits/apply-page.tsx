import { useNavigate, useParams } from 'react-router';
import { readOneForm } from '#contracts/benefits/one-form.ts';
import type { Scheme } from '#contracts/benefits/schemes.ts';
import { useQueryOf } from '../../api.ts';
import { fill } from '../../paths.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { Loaded } from '../../ui/states.tsx';
import { OneFormView } from './one-form.tsx';
import './benefits.css';

/** The form filled at the desk for an elder who asked for it. */
export default function ApplyPage() {
  const { id = '', scheme = '' } = useParams();
  const navigate = useNavigate();
  const answer = useQueryOf(readOneForm, { params: { elderId: id, scheme: scheme as Scheme } });
  return (
    <Loaded whole of={answer}>
      {form => (
        <>
          <PageHeader
            title={form.title}
            trail={[{ title: form.elderName, to: fill('/desk/benefits/elders/:id', { id }) }]}
            facts={['代为申请，请念给老人听', '提交后由街道（乡镇）另一位同事审核']}
          />
          <OneFormView
            form={form}
            correctAt={fill('/desk/elders/:id/correct', { id })}
            done={application => void navigate(fill('/desk/benefits/applications/:id', { id: application }))}
          />
        </>
      )}
    </Loaded>
  );
}
