import { useNavigate } from 'react-router';
import { listBatches, listDeterminations, startBatch } from '#contracts/benefits/endpoints.ts';
import { BATCH_STATUS_LABELS } from '#contracts/benefits/lifecycle.ts';
import type { Batch, DeterminationRow } from '#contracts/benefits/records.ts';
import { SCHEME_LABELS, SCHEMES, type Scheme } from '#contracts/benefits/schemes.ts';
import { monthWords } from '#shared/dates.ts';
import { fenToYuanText } from '#shared/money.ts';
import { usePagesOf, useQueryOf, useWrite } from '../../api.ts';
import { fill } from '../../paths.ts';
import { RunProgress } from '../../run-progress.tsx';
import { useBusinessDate, useSession } from '../../session.ts';
import { Button } from '../../ui/button.tsx';
import { type Column, DataList } from '../../ui/data-list.tsx';
import { FilterBar, type FilterSpec, NothingMatches, useFilters } from '../../ui/filter-bar.tsx';
import { PageHeader, SectionHead } from '../../ui/page-header.tsx';
import { ProgressBar } from '../../ui/record-parts.tsx';
import { EmptyState, ErrorState, Loaded } from '../../ui/states.tsx';
import { countWords, instantWords } from '../../ui/words.ts';
import './benefits.css';

const RUNNERS = ['street', 'district', 'city'];
const POLL_MS = 2_000;

/** Months of the last year and the next, newest first. */
function monthsAround(today: string): string[] {
  const now = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7));
  return Array.from({ length: 13 }, (_, back) => {
    const month = now - back;
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
  });
}

const COLUMNS: readonly Column<DeterminationRow>[] = [
  {
    key: 'elder',
    title: '老人',
    cell: row => (
      <>
        {row.elderName}
        <span className="row-note">{row.areaName}</span>
      </>
    ),
  },
  { key: 'scheme', title: '待遇', cell: row => SCHEME_LABELS[row.scheme] },
  { key: 'month', title: '月份', cell: row => monthWords(row.month) },
  { key: 'amount', title: '金额（元）', number: true, cell: row => fenToYuanText(row.amountFen) },
  { key: 'from', title: '起发', optional: true, cell: row => monthWords(row.from) },
  { key: 'paidBy', title: '发放', optional: true, cell: row => row.paidBy },
  {
    key: 'documents',
    title: '文号',
    optional: true,
    cell: row => <span className="sm soft">{row.documentNumbers.join('、')}</span>,
  },
];

/** The month's determination of the whole area as a background job, and what it found. */
export default function MonthsPage() {
  const { values } = useFilters();
  const today = useBusinessDate();
  const { areaName, role } = useSession().currentPost;
  const months = monthsAround(today || '2025-06-01');
  const specs: readonly FilterSpec[] = [
    {
      name: 'month',
      label: '月份',
      kind: 'select',
      options: months.map(value => ({ value, label: monthWords(value) })),
    },
    {
      name: 'scheme',
      label: '待遇',
      kind: 'select',
      options: SCHEMES.map(value => ({ value, label: SCHEME_LABELS[value] })),
    },
  ];
  const scheme = values.scheme as Scheme | undefined;
  const query = { ...(values.month && { month: values.month }), ...(scheme && { scheme }) };
  const answer = usePagesOf(listDeterminations, { query });
  const sums = useQueryOf(listDeterminations, { query: { ...query, limit: 1 } });
  const fen = sums.data?.totalFen;
  return (
    <>
      <PageHeader
        title="按月核定"
        facts={[
          areaName,
          <span key="days" data-rule>
            有疑义的20日前提请区里，区里25日前决定
          </span>,
          '依据京民养老发〔2019〕160号',
        ]}
      />
      {RUNNERS.includes(role) && <StartBatch month={values.month ?? today.slice(0, 7)} />}
      <Batches />
      <SectionHead title="核定结果" note={typeof fen === 'number' ? `合计${fenToYuanText(fen)}元` : undefined} />
      <FilterBar name="benefit-months" specs={specs} />
      <DataList
        name="benefit-months"
        unit="条"
        columns={COLUMNS}
        answer={answer}
        rowKey={row => row.id}
        to={row => `${fill('/desk/benefits/elders/:id', { id: row.elderId })}?month=${row.month}`}
        empty={
          <NothingMatches specs={specs} what="核定结果">
            <EmptyState icon="money" title="还没有核定过">
              街道、区、市可以核定本辖区一个月的待遇；做完后每个人的结果列在这里。
            </EmptyState>
          </NothingMatches>
        }
      />
    </>
  );
}

function StartBatch({ month }: { month: string }) {
  const write = useWrite(startBatch);
  const navigate = useNavigate();
  if (!month) return null;
  const start = () =>
    write.mutate({ body: { month } }, { onSuccess: made => void navigate(`?month=${made.month}`, { replace: true }) });
  return (
    <div className="batch-now row-flex">
      <Button look="go" busy={write.isPending} onClick={start}>
        核定{monthWords(month)}
      </Button>
      <span className="sm soft">
        在后台进行，可以离开本页，也可以随时停止；重新核定会更新这个月的结果。改月份请用下面的筛选。
      </span>
      {write.error && <ErrorState error={write.error} />}
    </div>
  );
}

function Batches() {
  const answer = useQueryOf(listBatches, {}, { refreshEveryMs: POLL_MS });
  return (
    <Loaded of={answer} rows={1}>
      {({ rows }) => (
        <div className="stack">
          {rows.slice(0, 2).map(row => (
            <OneBatch key={row.id} row={row} />
          ))}
        </div>
      )}
    </Loaded>
  );
}

/** What a batch found so far; how far it is comes from its run. */
const batchCounts = (row: Batch) => [
  { label: '应发', value: countWords(row.granted), unit: '条' },
  { label: '金额', value: fenToYuanText(row.amountFen), unit: '元' },
  { label: '新增', value: countWords(row.added), unit: '条' },
  { label: '变更', value: countWords(row.changed), unit: '条' },
  { label: '停发', value: countWords(row.removed), unit: '条' },
  { label: '新发现没申请', value: countWords(row.offers), unit: '条' },
  { label: '资料有误', value: countWords(row.problems), unit: '人', bad: row.problems > 0 },
];

function OneBatch({ row }: { row: Batch }) {
  const today = useBusinessDate();
  const { role } = useSession().currentPost;
  const open = row.status === 'waiting' || row.status === 'running' || row.status === 'stopped';
  return (
    <section>
      <SectionHead
        title={`${row.areaName}${monthWords(row.month)}`}
        note={`${BATCH_STATUS_LABELS[row.status]}，${row.requestedBy}于${instantWords(row.requestedAt, today)}发起`}
      />
      {row.runId && (open || row.status === 'failed') && RUNNERS.includes(role) ? (
        <RunProgress runId={row.runId} unit="人" kept="已核定的保留，当天再次核定会接着办" counts={batchCounts(row)} />
      ) : (
        <ProgressBar
          label={`${row.areaName}${monthWords(row.month)}核定进度`}
          done={row.status === 'done' ? 1 : Math.min(row.people, row.total)}
          total={row.status === 'done' ? 1 : row.total}
          counts={[{ label: '已核定', value: countWords(row.people), unit: '人' }, ...batchCounts(row)]}
        />
      )}
    </section>
  );
}
