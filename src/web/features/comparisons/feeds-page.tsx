import {
  type FeedReceipt,
  listReceipts,
  RECEIPT_OUTCOME_LABELS,
  RECEIPT_OUTCOMES,
  receiveFeed,
  SIGNATURE_LABELS,
} from '#contracts/comparison-feeds.ts';
import { COMPARISON_KIND_LABELS, COMPARISON_KINDS, type ComparisonKind } from '#contracts/comparison-kinds.ts';
import { BATCH_STATUS_LABELS } from '#contracts/comparisons.ts';
import { usePagesOf, useWrite } from '../../api.ts';
import { fill } from '../../paths.ts';
import { RunProgress } from '../../run-progress.tsx';
import { useBusinessDate } from '../../session.ts';
import { TextButton, TextLink } from '../../ui/button.tsx';
import { type Column, DataList } from '../../ui/data-list.tsx';
import { FilterBar, type FilterSpec, NothingMatches, useFilters } from '../../ui/filter-bar.tsx';
import { Chip } from '../../ui/marks.tsx';
import { PageHeader, SectionHead } from '../../ui/page-header.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import { countWords, instantWords } from '../../ui/words.ts';
import { Feeds } from './feeds.tsx';

const SPECS: readonly FilterSpec[] = [
  {
    name: 'outcome',
    label: '结果',
    kind: 'select',
    options: RECEIPT_OUTCOMES.map(value => ({ value, label: RECEIPT_OUTCOME_LABELS[value] })),
  },
  {
    name: 'kind',
    label: '数据',
    kind: 'select',
    options: COMPARISON_KINDS.map(value => ({ value, label: COMPARISON_KIND_LABELS[value] })),
  },
];

const columns = (today: string): readonly Column<FeedReceipt>[] => [
  {
    key: 'at',
    title: '什么时候',
    cell: row => (
      <>
        {instantWords(row.at, today)}
        <span className="row-note">{row.by}</span>
      </>
    ),
  },
  {
    key: 'what',
    title: '什么数据，从哪来',
    cell: row => (
      <>
        {COMPARISON_KIND_LABELS[row.kind]}
        {row.sequence !== null && `第${row.sequence}批`}
        {row.sender && <span className="row-note">{row.sender}</span>}
      </>
    ),
  },
  { key: 'rows', title: '行', number: true, cell: row => (row.rows === null ? '' : countWords(row.rows)) },
  {
    key: 'signature',
    title: '签名',
    cell: row => <Chip tone={row.signature === 'wrong' ? 'over' : 'plain'}>{SIGNATURE_LABELS[row.signature]}</Chip>,
  },
  {
    key: 'outcome',
    title: '结果',
    cell: row => (
      <>
        {row.outcome === 'refused' ? <Chip tone="over">没有收</Chip> : RECEIPT_OUTCOME_LABELS[row.outcome]}
        {row.status && `，${BATCH_STATUS_LABELS[row.status]}`}
        {row.because && <span className="row-note">{row.because}</span>}
      </>
    ),
  },
  {
    key: 'differs',
    title: '差异',
    cell: row =>
      row.batchId && (
        <TextLink to={fill('/desk/comparisons/:id', { id: row.batchId })}>
          {countWords(row.differs ?? 0)}条，{countWords(row.openDifferences ?? 0)}条待核
        </TextLink>
      ),
  },
  { key: 'again', title: '', cell: row => row.outcome === 'refused' && <Again kind={row.kind} /> },
];

/** Asks once more; the list below says what came of it. */
function Again({ kind }: { kind: ComparisonKind }) {
  const write = useWrite(receiveFeed);
  return (
    <>
      <TextButton disabled={write.isPending} onClick={() => write.mutate({ params: { kind } })}>
        再收一次
      </TextButton>
      {write.data && <RunProgress whileOpen runId={write.data.runId} unit="批" kept="收到的批次保留，下次接着收" />}
      {write.error && <ErrorState error={write.error} />}
    </>
  );
}

/** 交换登记 and every receipt: what came when, from whom, signed or not, with how many differences; what failed is asked again. */
export default function FeedsPage() {
  const today = useBusinessDate();
  const { values } = useFilters();
  const answer = usePagesOf(listReceipts, { query: values }, row => row.status === 'comparing');
  return (
    <>
      <PageHeader
        title="从市大数据平台收取"
        trail={[{ title: '数据比对', to: '/desk/comparisons' }]}
        facts={['每批都验签名', '批次号连续，缺批就停下', '重送的不再收']}
      />
      <Feeds />
      <SectionHead title="收取记录" />
      <FilterBar name="receipts" specs={SPECS} />
      <DataList
        name="receipts"
        unit="次"
        columns={columns(today)}
        answer={answer}
        rowKey={row => row.id}
        empty={
          <NothingMatches specs={SPECS} what="收取记录">
            <EmptyState icon="document" title="还没有收取过">
              接通市大数据平台以后，每收一次记一条；没有接通的，上传部门给的名单。
            </EmptyState>
          </NothingMatches>
        }
      />
    </>
  );
}
