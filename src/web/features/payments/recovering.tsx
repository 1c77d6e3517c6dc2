import { useState } from 'react';
import type { Payable } from '#contracts/payments/payables.ts';
import { openRecovery } from '#contracts/payments/recoveries.ts';
import { fenToYuanText } from '#shared/money.ts';
import { useWrite } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useSession } from '../../session.ts';
import { Button, TextLink } from '../../ui/button.tsx';
import { NumberInput, TextArea } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { SectionHead } from '../../ui/page-header.tsx';

/** Money that arrived and should not have: what is being asked back, and the way to ask for it; whole or in part. */
export function Recovering({ payable }: { payable: Payable }) {
  const { role } = useSession().currentPost;
  const [open, setOpen] = useState(false);
  const { paidLine, recoveries } = payable;
  if (!paidLine) return null;
  const mayOpen = role === 'district' && paidLine.leftFen > 0;
  if (!mayOpen && recoveries.length === 0) return null;
  return (
    <section>
      <SectionHead title="发错了要追回" note={recoveries.length === 0 ? '经复核不该发的，向领款的追' : undefined}>
        {mayOpen && (
          <Button size="sm" onClick={() => setOpen(true)}>
            立追缴
          </Button>
        )}
      </SectionHead>
      {recoveries.length > 0 && (
        <ul className="sm">
          {recoveries.map(each => (
            <li key={each.id}>
              <TextLink small to={fill('/desk/payments/recoveries/:id', { id: each.id })}>
                {each.says}
              </TextLink>
            </li>
          ))}
        </ul>
      )}
      <Dialog title={`向${payable.payeeName}追回`} open={open} close={() => setOpen(false)}>
        <Ask payable={payable} line={paidLine} done={() => setOpen(false)} />
      </Dialog>
    </section>
  );
}

type AskProps = { payable: Payable; line: { id: string; leftFen: number }; done: () => void };

function Ask({ payable, line, done }: AskProps) {
  const write = useWrite(openRecovery);
  return (
    <Form
      initial={{ yuan: line.leftFen / 100 }}
      label="立追缴"
      look="ok"
      done={done}
      submit={({ yuan, note = '' }: { yuan?: number; note?: string }) =>
        write.mutateAsync({ body: { lineIds: [line.id], amountFen: Math.round((yuan ?? 0) * 100), note } })
      }
    >
      <NumberInput
        name="yuan"
        label="追回多少"
        unit="元"
        hint={`共发${fenToYuanText(payable.amountFen)}元，还没有追的${fenToYuanText(line.leftFen)}元`}
      />
      <TextArea name="note" label="复核情况" hint="如：与民政登记核对，受助时已不符合条件" />
    </Form>
  );
}
