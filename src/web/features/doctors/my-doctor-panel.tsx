import { readElderDoctor } from '#contracts/doctors.ts';
import { useQueryOf } from '../../api.ts';
import { useBusinessDate, useSession } from '../../session.ts';
import { ErrorState } from '../../ui/states.tsx';
import { dateWords } from '../../ui/words.ts';

/** The family doctor's last advice, for the elder and the family; nothing is drawn where nobody has signed. */
export default function MyDoctorPanel() {
  const { elderId } = useSession().currentPost;
  const today = useBusinessDate();
  const params = { elderId: elderId ?? '' };
  const answer = useQueryOf(readElderDoctor, { params }, { enabled: elderId !== null });
  if (answer.error) return <ErrorState error={answer.error} retry={() => void answer.refetch()} />;
  if (!answer.data?.contract) return null;
  const { contract, contacts } = answer.data;
  const last = contacts[0];
  return (
    <section className="elder-note">
      <h2>家庭医生{contract.doctorName}</h2>
      <p>{contract.organisationName}</p>
      {last ? (
        <p>
          {dateWords(last.at.slice(0, 10), today)}的建议：{last.advice ?? last.withheld}
        </p>
      ) : (
        <p>还没有随访过。</p>
      )}
    </section>
  );
}
