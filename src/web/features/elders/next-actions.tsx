import { useState } from 'react';
import { type ElderRecord, recordDeath, stepElder } from '#contracts/elders/record.ts';
import { useWrite } from '../../api.ts';
import { useBusinessDate } from '../../session.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { DateInput, TextArea } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { NextStep } from '../../ui/page-header.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { dateWords } from '../../ui/words.ts';

type Action = ElderRecord['actions'][number];

const NOTES: Record<string, string> = {
  verify: '社区上门看到本人和居住情况，才算核实。',
  admit: '街道看过核实情况，确认后列入台账。',
};

/** The next step of the register itself; other modules put theirs into the slot below. */
export function NextActions({ record }: { record: ElderRecord }) {
  const [open, setOpen] = useState('');
  const today = useBusinessDate();
  const main = record.actions.find(action => action.action === 'verify' || action.action === 'admit');
  const { elderId } = record.elder;
  if (record.elder.status === 'deceased') {
    return <NextStep title="已登记去世" note={`${dateWords(record.elder.diedOn ?? '', today)}去世，档案只能查看。`} />;
  }
  return (
    <>
      {main && (
        <NextStep
          title={main.label}
          {...(main.due && { due: main.due })}
          note={[main.reason, NOTES[main.action]].filter(Boolean).join('。')}
        >
          {main.action === 'verify' ? (
            <Button look="go" because={main.disabledBecause} onClick={() => setOpen('verify')}>
              登记核实情况
            </Button>
          ) : (
            <AdmitButton id={elderId} action={main} />
          )}
        </NextStep>
      )}
      {!main && <Owing record={record} />}
      <Dialog title="入户核实" open={open === 'verify'} close={() => setOpen('')}>
        <VerifyForm id={elderId} close={() => setOpen('')} />
      </Dialog>
    </>
  );
}

/** The most urgent thing another module owes the person; the others stand in 经过 as planned. */
function Owing({ record }: { record: ElderRecord }) {
  const [first, ...others] = record.owed;
  if (!first) return null;
  return (
    <NextStep
      title={first.title}
      {...(first.due && { due: first.due })}
      note={`${first.kindLabel}：${first.reason}${others.length > 0 ? `。另有${others.length}件要办，见“经过”` : ''}`}
    >
      {first.path.startsWith('/desk/') && (
        <LinkButton look="go" to={first.path}>
          {first.actionLabel}
        </LinkButton>
      )}
    </NextStep>
  );
}

/** 登记去世, beside 修改档案: rare and final, so never the next step. */
export function DeathLink({ record }: { record: ElderRecord }) {
  const [open, setOpen] = useState(false);
  const { elderId, name } = record.elder;
  return (
    <>
      <button type="button" className="link sm" onClick={() => setOpen(true)}>
        登记去世
      </button>
      <Dialog title={`登记${name}去世`} open={open} close={() => setOpen(false)}>
        <DeathForm id={elderId} close={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function AdmitButton({ id, action }: { id: string; action: Action }) {
  const step = useWrite(stepElder);
  return (
    <>
      <Button
        look="go"
        because={action.disabledBecause}
        busy={step.isPending}
        onClick={() => step.mutate({ params: { id }, body: { action: 'admit' } })}
      >
        确认入册
      </Button>
      {step.error && <ErrorState error={step.error} />}
    </>
  );
}

function VerifyForm({ id, close }: { id: string; close: () => void }) {
  const step = useWrite(stepElder);
  return (
    <Form
      initial={{ note: '' }}
      label="核实无误"
      submit={(values: { note: string }) =>
        step.mutateAsync({ params: { id }, body: { action: 'verify', note: values.note } })
      }
      done={close}
    >
      <TextArea name="note" label="上门看到的情况" rows={3} hint="如：本人在家，确为独居，行动自如" />
    </Form>
  );
}

function DeathForm({ id, close }: { id: string; close: () => void }) {
  const today = useBusinessDate();
  const write = useWrite(recordDeath);
  return (
    <Form
      initial={{ diedOn: today, note: '' }}
      checks={recordDeath.body}
      label="登记去世"
      look="ok"
      submit={(values: { diedOn: string; note: string }) => write.mutateAsync({ params: { id }, body: values })}
      done={close}
    >
      <p className="sm soft">登记后，待遇、探访、床位和设备由各处按规定停办；多发的钱另行核查。</p>
      <DateInput name="diedOn" label="去世日期" max={today} />
      <TextArea name="note" label="依据" optional rows={2} hint="如：家属告知，已见死亡证明" />
    </Form>
  );
}
