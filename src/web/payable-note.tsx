import { type PayableSource, readPayableOf } from '#contracts/payments/payables.ts';
import { fenToYuanText } from '#shared/money.ts';
import { useQueryOf } from './api.ts';
import { fill } from './paths.ts';
import { TextLink } from './ui/button.tsx';
import { SectionHead } from './ui/page-header.tsx';

/** On the page of a decision: where its money stands, with the way to it; nothing before it is put to payment. */
export function PayableNote({ kind, id }: { kind: PayableSource; id: string }) {
  const answer = useQueryOf(readPayableOf, { params: { kind, id } });
  const payable = answer.data?.payable;
  if (!payable) return null;
  return (
    <section>
      <SectionHead title="钱到哪一步" note={`${fenToYuanText(payable.amountFen)}元，给${payable.payeeName}`}>
        <TextLink small to={fill('/desk/payments/payables/:id', { id: payable.id })}>
          看这笔钱
        </TextLink>
      </SectionHead>
      <p className="sm">{payable.says}</p>
    </section>
  );
}
