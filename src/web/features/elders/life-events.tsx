import { useState } from 'react';
import {
  decideUndo,
  LIFE_EVENT_LABELS,
  LIFE_EVENT_STATUS_LABELS,
  type LifeEvent,
  listLifeEvents,
  undoLifeEvent,
  withdrawMove,
} from '#contracts/elders/life-events.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { useBusinessDate } from '../../session.ts';
import { Button } from '../../ui/button.tsx';
import { RadioGroup } from '../../ui/choices.tsx';
import { TextArea } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Chip, Facts } from '../../ui/marks.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { SectionHead } from '../../ui/page-header.tsx';
import { ErrorState, Loaded } from '../../ui/states.tsx';
import { dateWords, instantWords } from '../../ui/words.ts';
import { placeName } from './place-name.ts';

/** 人生变动: what was recorded, where it stands, and its correction. Shown once there is something to show. */
export function LifeEvents({ id, allowed }: { id: string; allowed: boolean }) {
  const answer = useQueryOf(listLifeEvents, { params: { id } });
  if (answer.data?.rows.length === 0) return null;
  return (
    <section className="file-section">
      <SectionHead title="人生变动" />
      <Loaded of={answer} rows={1}>
        {({ rows }) => (
          <ul className="life-list">
            {rows.map(row => (
              <OneEvent key={row.id} id={id} row={row} allowed={allowed} />
            ))}
          </ul>
        )}
      </Loaded>
    </section>
  );
}

const TONES = {
  offered: 'today',
  recorded: 'pine',
  refused: 'over',
  withdrawn: 'plain',
  'undo-asked': 'today',
  undone: 'plain',
} as const;

function OneEvent({ id, row, allowed }: { id: string; row: LifeEvent; allowed: boolean }) {
  const today = useBusinessDate();
  const [open, setOpen] = useState<'undo' | 'decide-undo' | null>(null);
  const withdraw = useWrite(withdrawMove);
  const params = { id, eventId: row.id };
  const close = () => setOpen(null);
  const title = `更正${LIFE_EVENT_LABELS[row.kind]}登记`;
  return (
    <li>
      <p>
        <b>{LIFE_EVENT_LABELS[row.kind]}</b>{' '}
        <Chip tone={TONES[row.status]}>{LIFE_EVENT_STATUS_LABELS[row.status]}</Chip>
      </p>
      <p className="sm">
        <Facts
          items={[
            dateWords(row.happenedOn, today),
            row.untilOn && `预计${dateWords(row.untilOn, today)}回来`,
            row.toName && `${placeName(row.fromName ?? '')}到${placeName(row.toName)}`,
            row.place ?? row.stay?.place,
            row.note ?? row.stay?.note,
          ]}
        />
      </p>
      {row.withheld && <p className="sm soft">哪家医院、什么情况：{row.withheld}</p>}
      <p className="xs mute">{said(row, today)}</p>
      {allowed &&
        row.actions.map(action => (
          <Button
            key={action.action}
            size="sm"
            because={action.disabledBecause}
            busy={withdraw.isPending}
            onClick={() => (action.action === 'withdraw' ? withdraw.mutate({ params }) : setOpen(action.action))}
          >
            {action.label}
          </Button>
        ))}
      {withdraw.error && <ErrorState error={withdraw.error} />}
      <Dialog title={title} open={open === 'undo'} close={close}>
        <UndoForm params={params} kind={row.kind} close={close} />
      </Dialog>
      <Dialog title={`核准${title}`} open={open === 'decide-undo'} close={close}>
        <DecideForm params={params} row={row} close={close} />
      </Dialog>
    </li>
  );
}

function said(row: LifeEvent, today: string): string {
  const parts = [`${row.recordedBy}于${instantWords(row.recordedAt, today)}登记`];
  if (row.decidedBy) parts.push(`${row.decidedBy}答复${row.decisionNote ? `：${row.decisionNote}` : ''}`);
  if (row.undoReason) parts.push(`${row.undoAskedBy ?? ''}提出更正：${row.undoReason}`);
  if (row.undoneBy) parts.push(`${row.undoneBy}更正`);
  return parts.join('；');
}

type Params = { id: string; eventId: string };
const NEEDS_CHECKER: readonly string[] = ['death', 'move', 'move-out'];

function UndoForm({ params, kind, close }: { params: Params; kind: LifeEvent['kind']; close: () => void }) {
  const write = useWrite(undoLifeEvent);
  return (
    <Form
      initial={{ reason: '' }}
      checks={undoLifeEvent.body}
      label={NEEDS_CHECKER.includes(kind) ? '提请另一人核准' : '更正'}
      look="ok"
      submit={(body: { reason: string }) => write.mutateAsync({ params, body })}
      done={close}
    >
      <p className="sm soft">
        {NEEDS_CHECKER.includes(kind)
          ? '这件登记关系到钱，由另一位同事核准后才恢复；原来的登记和更正都留在经过里。'
          : '更正后，随它暂停的探访、床位和值守马上恢复；原来的登记和更正都留在经过里。'}
      </p>
      <TextArea name="reason" label="哪里登记错了" rows={3} />
    </Form>
  );
}

const DECISIONS = [
  { value: 'yes', label: '核准，恢复登记前的情况' },
  { value: 'no', label: '不核准，维持原登记' },
];

function DecideForm({ params, row, close }: { params: Params; row: LifeEvent; close: () => void }) {
  const write = useWrite(decideUndo);
  return (
    <Form
      initial={{ decision: 'yes', note: '' }}
      label="提交"
      look="ok"
      submit={(values: { decision: string; note: string }) =>
        write.mutateAsync({ params, body: { approve: values.decision === 'yes', note: values.note } })
      }
      done={close}
    >
      <p className="sm soft">
        {row.undoAskedBy}提出：{row.undoReason}
      </p>
      <RadioGroup name="decision" label="核准意见" options={DECISIONS} />
      <TextArea name="note" label="说明" optional rows={2} hint="不核准的要写理由" />
    </Form>
  );
}
