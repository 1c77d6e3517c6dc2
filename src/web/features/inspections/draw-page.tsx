import { useState } from 'react';
import { useParams } from 'react-router';
import { CHECK_LABELS, CHECK_STATUSES, DRAW_LABELS } from '#contracts/inspection-lifecycle.ts';
import { type CheckRow, cancelDraw, type DrawRow, drawRecords, listChecks, listDraws } from '#contracts/inspections.ts';
import { fenToYuanText } from '#shared/money.ts';
import { usePagesOf, useQueryOf, useWrite } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate, useRole } from '../../session.ts';
import { Button } from '../../ui/button.tsx';
import { type Column, DataList } from '../../ui/data-list.tsx';
import { TextArea } from '../../ui/fields.tsx';
import { FilterBar, type FilterSpec, NothingMatches, useFilters } from '../../ui/filter-bar.tsx';
import { Form } from '../../ui/form.tsx';
import { Chip } from '../../ui/marks.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { NextStep, PageHeader } from '../../ui/page-header.tsx';
import { FactList } from '../../ui/record-parts.tsx';
import { EmptyState, ErrorState, Loaded } from '../../ui/states.tsx';
import { countWords, dateWords, instantWords } from '../../ui/words.ts';
import { CHECK_TONES } from './check-words.ts';

const SPECS: readonly FilterSpec[] = [
  {
    name: 'status',
    label: '进度',
    kind: 'select',
    options: CHECK_STATUSES.map(value => ({ value, label: CHECK_LABELS[value] })),
  },
];

/** One draw: its published seed, the draw, and the checks it opened. */
export default function DrawPage() {
  const { id = '' } = useParams();
  const draws = useQueryOf(listDraws, { query: { limit: 200 } });
  return (
    <Loaded whole of={draws} rows={6}>
      {data => {
        const draw = data.rows.find(d => d.id === id);
        return draw ? <Shown draw={draw} /> : <Gone />;
      }}
    </Loaded>
  );
}

const Gone = () => (
  <>
    <PageHeader title="一次抽查" trail={[{ title: '随机抽查', to: '/desk/inspections' }]} />
    <EmptyState title="没有找到这次抽查，或不在您的辖区" />
  </>
);

function Shown({ draw }: { draw: DrawRow }) {
  const today = useBusinessDate();
  const regulator = useRole() === 'regulator';
  return (
    <>
      <PageHeader
        title={draw.title}
        trail={[{ title: '随机抽查', to: '/desk/inspections' }]}
        facts={[
          draw.areaName,
          `服务日期${dateWords(draw.from, today)}至${dateWords(draw.to, today)}`,
          `${draw.madeBy}发起`,
        ]}
      >
        <Chip tone={draw.status === 'drawn' ? 'pine' : draw.status === 'cancelled' ? 'plain' : 'today'}>
          {DRAW_LABELS[draw.status]}
        </Chip>
      </PageHeader>
      {draw.status === 'announced' && regulator && <DrawStep draw={draw} />}
      <FactList
        items={[
          ['公布的种子', <code key="seed">{draw.seed}</code>],
          ['公布时间', instantWords(draw.seedPublishedAt, today)],
          ['抽取时间', draw.drawnAt && instantWords(draw.drawnAt, today)],
          ['名单', draw.population !== null && `${countWords(draw.population)}条已结算记录，抽中${draw.total}条`],
          ['名单摘要', draw.populationDigest && <code key="digest">{draw.populationDigest}</code>],
          ['怎么复算', '对每条记录编号算 SHA-256（种子:编号），从小到大取前几条'],
        ]}
      />
      {draw.status === 'drawn' && <Checks draw={draw} />}
    </>
  );
}

function DrawStep({ draw }: { draw: DrawRow }) {
  const write = useWrite(drawRecords);
  const cancel = useWrite(cancelDraw);
  const [asking, setAsking] = useState(false);
  return (
    <>
      <NextStep title={`按公布的种子抽${draw.wanted}条`} note="抽取后名单和结果不能再改。">
        <Button look="go" busy={write.isPending} onClick={() => write.mutate({ params: { id: draw.id } })}>
          抽取
        </Button>
        <Button onClick={() => setAsking(true)}>撤销</Button>
      </NextStep>
      {write.error && <ErrorState error={write.error} />}
      <Dialog title="撤销抽查" open={asking} close={() => setAsking(false)}>
        <Form
          initial={{ reason: '' }}
          checks={cancelDraw.body}
          label="撤销"
          submit={(body: { reason: string }) => cancel.mutateAsync({ params: { id: draw.id }, body })}
          done={() => setAsking(false)}
        >
          <TextArea name="reason" label="撤销原因" rows={2} hint="种子已经公布，原因也会公开可查" />
        </Form>
      </Dialog>
    </>
  );
}

function Checks({ draw }: { draw: DrawRow }) {
  const { values } = useFilters();
  const today = useBusinessDate();
  const answer = usePagesOf(listChecks, { query: { ...values, drawId: draw.id } });
  const columns: readonly Column<CheckRow>[] = [
    { key: 'n', title: '抽中', cell: r => `第${r.position}条：${dateWords(r.servedOn, today)} ${r.itemName}` },
    { key: 'provider', title: '服务商', cell: r => r.providerName },
    { key: 'area', title: '社区（村）', cell: r => r.areaName, optional: true },
    { key: 'minutes', title: '记录时长', number: true, cell: r => `${r.recordedMinutes}分钟` },
    {
      key: 'found',
      title: '核实时长',
      number: true,
      cell: r => (r.foundMinutes === null ? '—' : `${r.foundMinutes}分钟`),
    },
    { key: 'fen', title: '结算', number: true, cell: r => `${fenToYuanText(r.lineFen)}元`, optional: true },
    { key: 'status', title: '进度', cell: r => <Chip tone={CHECK_TONES[r.status]}>{CHECK_LABELS[r.status]}</Chip> },
  ];
  return (
    <>
      <FilterBar name="inspection-checks" specs={SPECS} />
      <DataList
        name="inspection-checks"
        unit="条"
        columns={columns}
        answer={answer}
        rowKey={r => r.id}
        to={r => fill('/desk/inspections/checks/:id', { id: r.id })}
        empty={
          <NothingMatches specs={SPECS} what="核查">
            <EmptyState title="没有抽中记录" />
          </NothingMatches>
        }
      />
    </>
  );
}
