import { useParams } from 'react-router';
import { BED_STATUS_LABELS } from '#contracts/home-care-bed-lifecycle.ts';
import { type Bed, getBed } from '#contracts/home-care-beds.ts';
import { useQueryOf } from '../../api.ts';
import { useBusinessDate } from '../../session.ts';
import { Loaded } from '../../ui/states.tsx';
import { dateWords } from '../../ui/words.ts';
import { ContractView } from './contract-view.tsx';

/** The family's view of a bed: how far it is, who does what, and the contract to sign. */
export default function MyBedPage() {
  const { id = '' } = useParams();
  const answer = useQueryOf(getBed, { params: { id } });
  return (
    <Loaded whole of={answer}>
      {bed => <MyBed bed={bed} />}
    </Loaded>
  );
}

function MyBed({ bed }: { bed: Bed }) {
  const today = useBusinessDate();
  return (
    <>
      <h1>家庭养老床位</h1>
      <h2>现在：{BED_STATUS_LABELS[bed.status]}</h2>
      <p className="elder-note">
        {bed.nextLabel && `下一步是${bed.nextLabel}`}
        {bed.dueOn && `，${dateWords(bed.dueOn, today)}前办完`}
        {bed.endReason}
      </p>
      <ul className="elder-list">
        {bed.milestones
          .filter(point => point.on)
          .map(point => (
            <li key={point.status}>
              <span className="tm">{point.on && dateWords(point.on, today)}</span>
              <span>
                <b>{point.label}</b>
                {point.by && <p>{point.by}</p>}
              </span>
            </li>
          ))}
      </ul>
      <ContractView bed={bed} large />
    </>
  );
}
