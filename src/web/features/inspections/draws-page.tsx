import { useState } from 'react';
import { useNavigate } from 'react-router';
import { DRAW_LABELS } from '#contracts/inspection-lifecycle.ts';
import { announceDraw, type DrawRow, listDraws } from '#contracts/inspections.ts';
import { usePagesOf, useWrite } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate, useRole } from '../../session.ts';
import { Button } from '../../ui/button.tsx';
import { type Column, DataList } from '../../ui/data-list.tsx';
import { DateInput, NumberInput, TextInput } from '../../ui/fields.tsx';
import { FilterBar, type FilterSpec, NothingMatches, useFilters } from '../../ui/filter-bar.tsx';
import { Form } from '../../ui/form.tsx';
import { Chip } from '../../ui/marks.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { dateWords, instantWords } from '../../ui/words.ts';

const TONES = { announced: 'today', drawn: 'pine', cancelled: 'plain' } as const;
const SPECS: readonly FilterSpec[] = [
  {
    name: 'status',
    label: '状态',
    kind: 'select',
    options: Object.entries(DRAW_LABELS).map(([value, label]) => ({ value, label })),
  },
];

/** Draws of the own area, newest first, with how far their checks are. */
export default function DrawsPage() {
  const { values } = useFilters();
  const today = useBusinessDate();
  const regulator = useRole() === 'regulator';
  const [asking, setAsking] = useState(false);
  const answer = usePagesOf(listDraws, { query: values });
  const columns: readonly Column<DrawRow>[] = [
    { key: 'title', title: '抽查', cell: r => r.title },
    { key: 'period', title: '服务日期', cell: r => `${dateWords(r.from, today)}至${dateWords(r.to, today)}` },
    { key: 'seed', title: '种子公布', cell: r => instantWords(r.seedPublishedAt, today), optional: true },
    {
      key: 'wanted',
      title: '抽取',
      number: true,
      cell: r => (r.population === null ? `要抽${r.wanted}条` : `${r.population}中抽${r.total}`),
    },
    { key: 'done', title: '已办结', number: true, cell: r => (r.total > 0 ? `${r.done}/${r.total}` : '—') },
    { key: 'status', title: '状态', cell: r => <Chip tone={TONES[r.status]}>{DRAW_LABELS[r.status]}</Chip> },
  ];
  return (
    <>
      <PageHeader title="随机抽查" sentence="先公布种子，再按种子抽已结算的服务记录；任何人拿同一份名单都能复算。">
        {regulator && (
          <Button look="go" onClick={() => setAsking(true)}>
            发起抽查
          </Button>
        )}
      </PageHeader>
      <FilterBar name="inspection-draws" specs={SPECS} />
      <DataList
        name="inspection-draws"
        unit="次"
        columns={columns}
        answer={answer}
        rowKey={r => r.id}
        to={r => fill('/desk/inspections/draws/:id', { id: r.id })}
        empty={
          <NothingMatches specs={SPECS} what="抽查">
            <EmptyState icon="eye" title="还没有发起过抽查">
              监管检查人员发起后，种子立刻公布。
            </EmptyState>
          </NothingMatches>
        }
      />
      <Dialog title="发起抽查" open={asking} close={() => setAsking(false)}>
        <AnnounceForm />
      </Dialog>
    </>
  );
}

function AnnounceForm() {
  const write = useWrite(announceDraw);
  const navigate = useNavigate();
  const today = useBusinessDate();
  type Values = { title: string; from: string; to: string; wanted: number };
  return (
    <Form
      initial={{ title: '', from: `${today.slice(0, 8)}01`, to: today, wanted: 20 }}
      checks={announceDraw.body}
      draft="inspections.announce"
      label="公布种子"
      submit={async (body: Values) => {
        const draw = await write.mutateAsync({ body });
        await navigate(fill('/desk/inspections/draws/:id', { id: draw.id }));
      }}
    >
      <TextInput name="title" label="抽查名称" hint="会公开，例如：二季度助浴服务抽查" />
      <DateInput name="from" label="服务日期从" max={today} />
      <DateInput name="to" label="到" max={today} />
      <NumberInput name="wanted" label="抽取" unit="条" hint="只抽已结算、没有更正过的服务记录" />
    </Form>
  );
}
