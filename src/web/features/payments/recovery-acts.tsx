import { useState } from 'react';
import { planRecovery, type Recovery, repayRecovery, writeOffRecovery } from '#contracts/payments/recoveries.ts';
import { fenToYuanText } from '#shared/money.ts';
import { useWrite } from '../../api.ts';
import { useBusinessDate } from '../../session.ts';
import { Button } from '../../ui/button.tsx';
import { DateInput, NumberInput, TextArea } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { NextStep } from '../../ui/page-header.tsx';
import { ErrorState, Note } from '../../ui/states.tsx';
import { dueOf } from './payment-words.ts';

type Asked = 'repay' | 'plan' | 'ask-write-off' | 'refuse-write-off' | null;
const TITLES = {
  repay: '记一笔交回的钱',
  plan: '定分期',
  'ask-write-off': '申请核销',
  'refuse-write-off': '不批准核销',
} as const;

/** The acts of one recovery; amounts are typed in yuan and kept in fen. */
export function RecoveryActs({ recovery }: { recovery: Recovery }) {
  const [asked, ask] = useState<Asked>(null);
  const today = useBusinessDate();
  const writeOff = useWrite(writeOffRecovery);
  const params = { id: recovery.id };
  const act = (action: string) => recovery.nextActions.find(each => each.action === action);
  const may = (action: string) => act(action)?.allowed === true;
  if (recovery.nextActions.length === 0)
    return (
      <Note tone="ok" title={recovery.status === 'written-off' ? '已核销' : '已追回'}>
        共{fenToYuanText(recovery.totalFen)}元。
      </Note>
    );
  const due = dueOf(recovery.dueOn, today);
  const asksWriteOff = recovery.status === 'write-off-asked';
  return (
    <NextStep
      title={asksWriteOff ? '批准或不批准核销' : recovery.elderId ? '联系家属追回' : '联系机构追回'}
      note={`还欠${fenToYuanText(recovery.balanceFen)}元${recovery.offsetFen > 0 ? `，以后每次发放最多抵扣${fenToYuanText(recovery.offsetFen)}元` : ''}`}
      {...(due && { due })}
    >
      {asksWriteOff ? (
        <Button
          look="go"
          because={act('approve-write-off')?.disabledBecause}
          busy={writeOff.isPending}
          onClick={() => writeOff.mutate({ params, body: { action: 'approve-write-off' } })}
        >
          批准核销{fenToYuanText(recovery.balanceFen)}元
        </Button>
      ) : (
        <Button look="go" because={act('settle')?.disabledBecause} onClick={() => ask('repay')}>
          记一笔交回
        </Button>
      )}
      {may('plan') && <Button onClick={() => ask('plan')}>定分期</Button>}
      {may('ask-write-off') && <Button onClick={() => ask('ask-write-off')}>申请核销</Button>}
      {may('refuse-write-off') && <Button onClick={() => ask('refuse-write-off')}>不批准</Button>}
      {writeOff.error && <ErrorState error={writeOff.error} />}
      <Dialog title={asked ? TITLES[asked] : ''} open={asked !== null} close={() => ask(null)}>
        {asked === 'repay' && <Repay recovery={recovery} done={() => ask(null)} />}
        {asked === 'plan' && <Plan recovery={recovery} done={() => ask(null)} />}
        {(asked === 'ask-write-off' || asked === 'refuse-write-off') && (
          <Form
            initial={{}}
            label={TITLES[asked]}
            done={() => ask(null)}
            submit={({ note }: { note?: string }) =>
              writeOff.mutateAsync({ params, body: { action: asked, ...(note && { note }) } })
            }
          >
            <TextArea name="note" label={asked === 'ask-write-off' ? '为什么追不回' : '理由'} />
          </Form>
        )}
      </Dialog>
    </NextStep>
  );
}

type FormProps = { recovery: Recovery; done: () => void };
const fenOf = (yuan: number | undefined): number => Math.round((yuan ?? 0) * 100);

function Repay({ recovery, done }: FormProps) {
  const write = useWrite(repayRecovery);
  return (
    <Form
      initial={{ yuan: recovery.balanceFen / 100 }}
      label="记下"
      look="ok"
      done={done}
      submit={({ yuan, note = '' }: { yuan?: number; note?: string }) =>
        write.mutateAsync({ params: { id: recovery.id }, body: { amountFen: fenOf(yuan), note } })
      }
    >
      <NumberInput name="yuan" label="交回多少" unit="元" />
      <TextArea name="note" label="怎么交的" hint="如：转账，回单号" />
    </Form>
  );
}

function Plan({ recovery, done }: FormProps) {
  const today = useBusinessDate();
  const write = useWrite(planRecovery);
  return (
    <Form
      initial={{ instalments: 3, firstOn: today, yuan: recovery.offsetFen / 100 }}
      label="定下来"
      look="ok"
      done={done}
      submit={({ instalments = 1, firstOn = '', yuan }: { instalments?: number; firstOn?: string; yuan?: number }) =>
        write.mutateAsync({ params: { id: recovery.id }, body: { instalments, firstOn, offsetFen: fenOf(yuan) } })
      }
    >
      <NumberInput name="instalments" label="分几期" unit="期" />
      <DateInput name="firstOn" label="第一期哪天交" />
      <NumberInput name="yuan" label="从以后的发放里每次最多抵扣" unit="元" hint="填 0 就不抵扣，由领款的交回" />
    </Form>
  );
}
