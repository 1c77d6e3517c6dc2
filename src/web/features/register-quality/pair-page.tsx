import { type ReactNode, useState } from 'react';
import { useParams } from 'react-router';
import { PAIR_STATUS_LABELS } from '#contracts/register-quality/lifecycle.ts';
import { distinguishPair, type PairDetail, readPair, reopenPair } from '#contracts/register-quality/pairs.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate } from '../../session.ts';
import { Button, TextLink } from '../../ui/button.tsx';
import { TextArea } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { NextStep, PageHeader, SectionHead } from '../../ui/page-header.tsx';
import { Table, Timeline } from '../../ui/record-parts.tsx';
import { ErrorState, Loaded } from '../../ui/states.tsx';
import { dateWords, instantWords } from '../../ui/words.ts';
import { MergeForm } from './merge-form.tsx';
import { LeftBehind, MergeAsked, Merged, UndoAsked } from './merge-state.tsx';
import { communityWords, sureWords } from './pair-words.ts';
import './register-quality.css';

/** Two records field by field, what hangs on each, and the decision. */
export default function PairPage() {
  const { id = '' } = useParams();
  const answer = useQueryOf(readPair, { params: { id } });
  return (
    <Loaded whole of={answer} rows={8}>
      {detail => <OnePair key={detail.pair.status} detail={detail} />}
    </Loaded>
  );
}

function OnePair({ detail }: { detail: PairDetail }) {
  const { pair } = detail;
  const { a, b } = pair;
  const open = pair.status === 'open' || pair.status === 'candidate';
  const title = a.name === b.name ? `两份${a.name}` : `${a.name}和${b.name}`;
  return (
    <>
      <PageHeader
        title={title}
        trail={[{ title: '疑似重复', to: '/desk/elders/duplicates' }]}
        facts={[PAIR_STATUS_LABELS[pair.status], `像的把握${sureWords(pair.probability)}`, `由${pair.areaName}判断`]}
        record
      />
      <State detail={detail} />
      <LeftBehind detail={detail} />
      <p className="pair-why sm">
        {pair.reasons.map(reason => (
          <span key={reason.field} className={reason.level === 'same' ? 'same' : undefined}>
            {reason.label}
            {reason.word}
          </span>
        ))}
      </p>
      {open && <MergeForm detail={detail} />}
      <Hanging detail={detail} />
      <Past detail={detail} />
    </>
  );
}

function State({ detail }: { detail: PairDetail }) {
  const { status } = detail.pair;
  if (status === 'open' || status === 'candidate') return <Judge detail={detail} />;
  if (status === 'merge-asked') return <MergeAsked detail={detail} />;
  if (status === 'merged') return <Merged detail={detail} />;
  if (status === 'undo-asked') return <UndoAsked detail={detail} />;
  if (status === 'distinct') return <Distinct detail={detail} />;
  return <NextStep title="不用再判断" note="其中一份已并入别的档案，或资料改过后不再像了。" />;
}

function Judge({ detail }: { detail: PairDetail }) {
  const { pair } = detail;
  const [open, setOpen] = useState(false);
  const write = useWrite(distinguishPair);
  return (
    <NextStep
      title="先核实，再判断是不是同一人"
      note={
        <>
          看身份证原件或打电话问；是同一人就在下面选留哪份、留哪些值。
          {detail.needsChecker && '挂着钱，合并要另一位同事核准。'}
        </>
      }
    >
      <Button onClick={() => setOpen(true)}>不是同一人</Button>
      <Dialog title="不是同一人" open={open} close={() => setOpen(false)}>
        <Form
          initial={{ reason: '' }}
          checks={distinguishPair.body}
          label="记下，不再提示"
          look="ok"
          submit={(body: { reason: string }) => write.mutateAsync({ params: { id: pair.id }, body })}
          done={() => setOpen(false)}
        >
          <TextArea
            name="reason"
            label="为什么不是同一人"
            rows={3}
            hint="如：双胞胎姐妹，两人都在场；以后查重和登记不再提示"
          />
        </Form>
      </Dialog>
    </NextStep>
  );
}

function Distinct({ detail }: { detail: PairDetail }) {
  const { pair } = detail;
  const today = useBusinessDate();
  const write = useWrite(reopenPair);
  const when = pair.decidedAt ? instantWords(pair.decidedAt, today) : '';
  return (
    <NextStep title="已判断不是同一人" note={`${pair.decidedBy ?? ''}，${when}：${pair.reason ?? ''}`}>
      <Button busy={write.isPending} onClick={() => write.mutate({ params: { id: pair.id } })}>
        重新判断
      </Button>
      {write.error && <ErrorState error={write.error} />}
    </NextStep>
  );
}

function Hanging({ detail }: { detail: PairDetail }) {
  const { a, b, hanging } = detail;
  const today = useBusinessDate();
  if (!a || !b) return null;
  const since = (side: typeof a) => `${side.sourceLabel}，${dateWords(side.registeredAt.slice(0, 10), today)}登记`;
  const rows: [string, ReactNode, ReactNode][] = [
    ['来源', since(a), since(b)],
    [
      '最近更新',
      `${a.updatedBy}，${instantWords(a.updatedAt, today)}`,
      `${b.updatedBy}，${instantWords(b.updatedAt, today)}`,
    ],
    ...hanging.map((one): [string, string, string] => [one.label, String(one.a || '没有'), String(one.b || '没有')]),
    [
      '整份档案',
      <TextLink key="a" small to={fill('/desk/elders/:id', { id: a.elderId })}>
        打开
      </TextLink>,
      <TextLink key="b" small to={fill('/desk/elders/:id', { id: b.elderId })}>
        打开
      </TextLink>,
    ],
  ];
  return (
    <section className="file-section pair-table">
      <SectionHead title="各挂着什么" note="合并后都到留下的一份" />
      <Table caption="两份档案各挂着什么" columns={sideColumns(detail)}>
        {rows.map(([label, one, two]) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{one}</td>
            <td>{two}</td>
          </tr>
        ))}
      </Table>
    </section>
  );
}

const sideColumns = ({ pair }: PairDetail) => [
  { key: 'label', title: '项目' },
  { key: 'a', title: `甲：${communityWords(pair.a.areaName)}` },
  { key: 'b', title: `乙：${communityWords(pair.b.areaName)}` },
];

function Past({ detail }: { detail: PairDetail }) {
  const today = useBusinessDate();
  if (detail.steps.length === 0) return null;
  const items = detail.steps.map(step => ({
    key: step.at + step.action,
    at: instantWords(step.at, today),
    text: `${[step.label, step.note].filter(Boolean).join('：')}（${step.actor}）`,
  }));
  return (
    <section className="file-section">
      <SectionHead title="经过" />
      <Timeline items={items} />
    </section>
  );
}
