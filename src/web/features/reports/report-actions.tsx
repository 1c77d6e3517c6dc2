import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { NextAction } from '#contracts/nouns.ts';
import { type Report, reportLifecycle, takeReportStep } from '#contracts/publications.ts';
import { useWrite } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Dialog } from '../../ui/overlay.tsx';

type StepName = 'submit' | 'approve' | 'return' | 'lock' | 'revise';
const SAYS = {
  submit: '送审后数字固定下来，等另一位同事批准。',
  approve: '批准后可以锁定，对外报送。',
  return: '退回后送审的人可以再改，数字重新按台账算。',
  lock: '锁定后不能再改；要改请修订，会生成新的一版。',
  revise: '修订会生成新的一版，这一版留着，可以对照。',
} as const satisfies Record<StepName, string>;

/** Steps of this version; side steps plain, the way forward persimmon, each with a dialog that says what follows. */
export function ReportActions({ report }: { report: Report }) {
  const [asked, setAsked] = useState<NextAction | null>(null);
  const isSide = (action: string) => reportLifecycle.transitions.find(t => t.action === action)?.side ?? false;
  const ordered = [...report.actions].sort((a, b) => Number(isSide(b.action)) - Number(isSide(a.action)));
  return (
    <>
      {ordered.map(action => (
        <Button
          key={action.action}
          look={isSide(action.action) ? 'plain' : 'go'}
          because={action.disabledBecause}
          onClick={() => setAsked(action)}
        >
          {action.label}
        </Button>
      ))}
      <Dialog title={asked?.label ?? ''} open={asked !== null} close={() => setAsked(null)}>
        {asked && <StepForm report={report} action={asked} done={() => setAsked(null)} />}
      </Dialog>
    </>
  );
}

function StepForm({ report, action, done }: { report: Report; action: NextAction; done: () => void }) {
  const write = useWrite(takeReportStep);
  const navigate = useNavigate();
  const name = action.action as StepName;
  const transition = reportLifecycle.transitions.find(t => t.action === name);
  const wrong = name === 'submit' && report.checks.some(check => !check.ok);
  const needed = transition?.needs?.[0]?.label ?? (wrong ? '对不上的数字怎么看（口径）' : null);
  return (
    <>
      <p className="soft">{SAYS[name]}</p>
      <Form
        initial={{ note: '' }}
        label={action.label}
        submit={async ({ note }: { note: string }) => {
          const body = { action: name, ...(note.trim() && { note: note.trim() }) };
          const next = await write.mutateAsync({ params: { id: report.id }, body });
          if (next.id !== report.id) void navigate(`/desk/reports/${next.id}`);
        }}
        done={done}
      >
        <TextArea name="note" label={needed ?? '说明'} optional={!needed} rows={3} />
      </Form>
    </>
  );
}
