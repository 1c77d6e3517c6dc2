import { useParams } from 'react-router';
import { readInsurances } from '#contracts/benefits/insurance.ts';
import { useQueryOf } from '../../api.ts';
import { InsuranceSection } from './insurance-section.tsx';

/** On a person's record: the LTC benefit where there is one, or where the ability would reach it; nothing for the others. */
export default function InsurancePanel() {
  const { id = '' } = useParams();
  const { data } = useQueryOf(readInsurances, { params: { elderId: id } });
  if (data && data.rows.length === 0 && !data.levelReaches) return null;
  return <InsuranceSection elderId={id} />;
}
