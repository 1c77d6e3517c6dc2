import { useState } from 'react';
import { type ElderRecord, stepElder } from '#contracts/elders/record.ts';
import { useWrite } from '../../api.ts';
import { useBusinessDate } from '../../session.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { TextArea } from '../../ui/fields.tsx';
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
    return (
      <NextStep
        title="已登记去世"
        note={`${dateWords(record.elder.diedOn ?? '', today)}去世，档案只能查看；登记有误的，在“人生变动”里更正。`}
      />
    );
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
