import { useParams } from 'react-router';
import { readReceived } from '#contracts/payments/cycles.ts';
import { LINE_STATUS_LABELS } from '#contracts/payments/lifecycle.ts';
import { monthWords } from '#shared/dates.ts';
import { fenToYuanText } from '#shared/money.ts';
import { useQueryOf } from '../../api.ts';
import { fill } from '../../paths.ts';
import { TextLink } from '../../ui/button.tsx';
import { Chip } from '../../ui/marks.tsx';
import { SectionHead } from '../../ui/page-header.tsx';
import { Loaded } from '../../ui/states.tsx';
import { lineTone } from './payment-words.ts';
import { accountWords } from './received-months.tsx';

/** On the record of a person: the last months' money and the account. */
export default function ReceivedPanel() {
  const { id = '' } = useParams();
  const answer = useQueryOf(readReceived, { params: { elderId: id } });
  return (
    <Loaded of={answer} rows={1}>
      {received => (
        <section>
          <SectionHead title="领到的钱" note={received.account ? accountWords(received.account) : '没有登记收款账户'}>
            <TextLink small to={fill('/desk/payments/elders/:id', { id })}>
              {received.account ? '看每个月' : '登记收款账户'}
            </TextLink>
          </SectionHead>
          <ul className="sm">
            {received.months.slice(0, 3).map(month => (
              <li key={month.cycleId}>
                {monthWords(month.month)} {fenToYuanText(month.totalFen)}元{' '}
                <Chip tone={lineTone(month.status)}>{LINE_STATUS_LABELS[month.status]}</Chip>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Loaded>
  );
}
