import { useNavigate, useParams } from 'react-router';
import { readOneForm } from '#contracts/benefits/one-form.ts';
import type { Scheme } from '#contracts/benefits/schemes.ts';
import { useQueryOf } from '../../api.ts';
import { useSession } from '../../session.ts';
import { Loaded } from '../../ui/states.tsx';
import { OneFormView } from './one-form.tsx';
import './benefits.css';

/** The same form for the elder or the family, in large type. */
export default function MyApplyPage() {
  const { scheme = '' } = useParams();
  const { elderId } = useSession().currentPost;
  const navigate = useNavigate();
  const answer = useQueryOf(readOneForm, { params: { elderId: elderId ?? '', scheme: scheme as Scheme } });
  return (
    <Loaded whole of={answer}>
      {form => (
        <>
          <h1>{form.title}</h1>
          <OneFormView form={form} large correctAt="/elder/file" done={() => void navigate('/elder/letters')} />
        </>
      )}
    </Loaded>
  );
}
