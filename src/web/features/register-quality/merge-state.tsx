import { useState } from 'react';
import { ELDER_FIELD_LABELS, type ElderField } from '#contracts/elders/fields.ts';
import {
  decideMerge,
  decideUndoMerge,
  type Merge,
  type PairDetail,
  undoMerge,
} from '#contracts/register-quality/pairs.ts';
import { useWrite } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate } from '../../session.ts';
import { Button, TextLink } from '../../ui/button.tsx';
import { TextArea } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { NextStep } from '../../ui/page-header.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { instantWords } from '../../ui/words.ts';
import { communityWords } from './pair-words.ts';

type Props = { detail: PairDetail };

const nameOf = ({ pair }: PairDetail, elderId: string) =>
  pair.a.elderId === elderId
    ? `甲（${pair.a.name}，${communityWords(pair.a.areaName)}）`
    : `乙（${pair.b.name}，${communityWords(pair.b.areaName)}）`;

function takenWords(merge: Merge): string {
  const labels = merge.fields.map(field => ELDER_FIELD_LABELS[field as ElderField] ?? field);
  return labels.length > 0 ? `，${labels.join('、')}用另一份的` : '';
}

const becauseOf = ({ actions }: PairDetail, action: string) =>
  actions.find(one => one.action === action)?.disabledBecause ?? null;

export function MergeAsked({ detail }: Props) {
  const { merge } = detail;
  const today = useBusinessDate();
  if (!merge) return null;
  const what = `留下${nameOf(detail, merge.elderId)}${takenWords(merge)}`;
  const note = `${merge.askedBy}，${instantWords(merge.askedAt, today)}：${merge.reason}。${what}`;
  return (
    <Decision
      detail={detail}
      title="等另一位同事核准合并"
      note={note}
      endpoint={decideMerge}
      words={{ yes: '核准合并', no: '不核准', action: 'approve-merge' }}
    />
  );
}

export function UndoAsked({ detail }: Props) {
  const { merge } = detail;
  if (!merge) return null;
  return (
    <Decision
      detail={detail}
      title="等另一位同事核准撤销合并"
      note={`${merge.undoAskedBy ?? ''}：${merge.undoReason ?? ''}。撤销后两份档案各回原样，合并以后新记的留在留下的一份。`}
      endpoint={decideUndoMerge}
      words={{ yes: '核准撤销', no: '不核准', action: 'approve-undo' }}
    />
  );
}

type DecisionProps = Props & {
  title: string;
  note: string;
  endpoint: typeof decideMerge | typeof decideUndoMerge;
  words: { yes: string; no: string; action: string };
};

function Decision({ detail, title, note, endpoint, words }: DecisionProps) {
  const [open, setOpen] = useState(false);
  const write = useWrite(endpoint);
  const params = { id: detail.pair.id };
  const because = becauseOf(detail, words.action);
  return (
    <NextStep title={title} note={note}>
      <Button
        look="go"
        because={because}
        busy={write.isPending}
        onClick={() => write.mutate({ params, body: { approve: true } })}
      >
        {words.yes}
      </Button>
      {!because && <Button onClick={() => setOpen(true)}>{words.no}</Button>}
      {write.error && <ErrorState error={write.error} />}
      <Dialog title={words.no} open={open} close={() => setOpen(false)}>
        <Form
          initial={{ note: '' }}
          label={words.no}
          look="ok"
          submit={(values: { note: string }) => write.mutateAsync({ params, body: { approve: false, ...values } })}
          done={() => setOpen(false)}
        >
          <TextArea name="note" label="理由" rows={3} hint="提出的人看得到" />
        </Form>
      </Dialog>
    </NextStep>
  );
}

export function Merged({ detail }: Props) {
  const { merge, pair } = detail;
  const [open, setOpen] = useState(false);
  const today = useBusinessDate();
  const write = useWrite(undoMerge);
  if (!merge) return null;
  const by = [merge.askedBy, merge.approvedBy && `${merge.approvedBy}核准`].filter(Boolean).join('，');
  const when = merge.doneAt ? instantWords(merge.doneAt, today) : '';
  return (
    <NextStep
      title={`已合并，留下${nameOf(detail, merge.elderId)}`}
      note={`${by}，${when}：${merge.reason}${takenWords(merge)}`}
    >
      <TextLink to={fill('/desk/elders/:id', { id: merge.elderId })}>看留下的档案</TextLink>
      <Button onClick={() => setOpen(true)}>弄错了，撤销合并</Button>
      <Dialog title="撤销合并" open={open} close={() => setOpen(false)}>
        <Form
          initial={{ reason: '' }}
          checks={undoMerge.body}
          label={detail.needsChecker ? '报请撤销' : '撤销合并'}
          look="ok"
          submit={(body: { reason: string }) => write.mutateAsync({ params: { id: pair.id }, body })}
          done={() => setOpen(false)}
        >
          <TextArea
            name="reason"
            label="哪里弄错了"
            rows={3}
            hint="两份档案各回合并前的原样；合并以后新记的留在留下的一份，列出来请您判断"
          />
        </Form>
      </Dialog>
    </NextStep>
  );
}

/** After an undo: what came to the survivor since, for a person to decide. */
export function LeftBehind({ detail }: Props) {
  const { merge } = detail;
  if (merge?.status !== 'undone' || merge.leftBehind.length === 0) return null;
  const rows = merge.leftBehind.map(one => `${one.label}${one.rows}条`).join('、');
  return (
    <p className="pair-left">
      合并期间新记的{rows}仍在{nameOf(detail, merge.elderId)}名下，请判断是不是另一位老人的。
    </p>
  );
}
