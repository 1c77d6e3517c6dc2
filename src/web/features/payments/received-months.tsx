import type { Received } from '#contracts/payments/cycle-nouns.ts';
import {
  ACCOUNT_KIND_LABELS,
  LINE_CAUSE_LABELS,
  LINE_STATUS_LABELS,
  TRANSFER_FAILURE_LABELS,
} from '#contracts/payments/lifecycle.ts';
import { PAID_SCHEME_LABELS } from '#contracts/payments/payables.ts';
import { monthWords } from '#shared/dates.ts';
import { fenToYuanText } from '#shared/money.ts';
import { Chip } from '../../ui/marks.tsx';
import { dateWords } from '../../ui/words.ts';
import { lineTone } from './payment-words.ts';
import './payments.css';

export const accountWords = (account: NonNullable<Received['account']>): string =>
  `${ACCOUNT_KIND_LABELS[account.kind]}，尾号${account.lastFour}`;

/** Cycle by cycle what came, with its parts where there is more than one. */
export function ReceivedMonths({ received, today }: { received: Received; today: string }) {
  return (
    <>
      {received.months.map(month => (
        <section key={month.cycleId} className="pay-month">
          <h2>
            {monthWords(month.month)} <b>{fenToYuanText(month.totalFen)}元</b>
          </h2>
          <p>
            <Chip tone={lineTone(month.status)}>{LINE_STATUS_LABELS[month.status]}</Chip>{' '}
            {month.on && `${dateWords(month.on, today)}到账，`}
            {month.paidBy}发{month.failure && `；没有发到：${TRANSFER_FAILURE_LABELS[month.failure]}，更正账户后补发`}
            {!month.failure && month.statusReason && `；${month.statusReason}`}
          </p>
          <ul>
            {month.lines.map(line => (
              <li key={`${line.scheme} ${line.month} ${line.kind} ${line.sentence}`}>
                {line.sentence ?? PAID_SCHEME_LABELS[line.scheme]} {fenToYuanText(line.amountFen)}元
                {(line.month !== month.month || line.kind !== 'regular') &&
                  `（${monthWords(line.month)}，${LINE_CAUSE_LABELS[line.cause]}）`}
                {line.why && <span className="row-note">{line.why}</span>}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
