import { useState } from 'react';
import type { PaymentLine } from '#contracts/payments/cycle-nouns.ts';
import { dropLine, listPaymentLines } from '#contracts/payments/cycles.ts';
import {
  LINE_CAUSE_LABELS,
  LINE_CAUSES,
  LINE_KIND_LABELS,
  LINE_KINDS,
  LINE_STATUS_LABELS,
  LINE_STATUSES,
} from '#contracts/payments/lifecycle.ts';
import { PAID_SCHEME_LABELS, PAID_SCHEMES } from '#contracts/payments/payables.ts';
import type { Role } from '#contracts/roles.ts';
import { monthWords } from '#shared/dates.ts';
import { fenToYuanText } from '#shared/money.ts';
import { usePagesOf, useQueryOf, useWrite } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate, useSession } from '../../session.ts';
import { Button } from '../../ui/button.tsx';
import { type Column, DataList } from '../../ui/data-list.tsx';
import { TextArea } from '../../ui/fields.tsx';
import { FilterBar, type FilterSpec, NothingMatches, useFilters } from '../../ui/filter-bar.tsx';
import { Form } from '../../ui/form.tsx';
import { Chip } from '../../ui/marks.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { lineTone, monthOptions } from './payment-words.ts';
import './payments.css';

const CHECKERS: readonly Role[] = ['district', 'city'];
const optionsOf = (labels: Record<string, string>, values: readonly string[]) =>
  values.map(value => ({ value, label: labels[value] ?? value }));

const COLUMNS: readonly Column<PaymentLine>[] = [
  {
    key: 'elder',
    title: '领款的',
    cell: row => (
      <>
        {row.elderName}
        <span className="row-note">{row.areaName}</span>
      </>
    ),
  },
  { key: 'scheme', title: '待遇', cell: row => PAID_SCHEME_LABELS[row.scheme] },
  { key: 'month', title: '哪个月的', cell: row => monthWords(row.month) },
  { key: 'fen', title: '金额（元）', number: true, cell: row => fenToYuanText(row.amountFen) },
  {
    key: 'cause',
    title: '变化',
    cell: row => (
      <>
        {LINE_CAUSE_LABELS[row.cause]}
        {row.formerFen !== null && row.cause !== 'same' && (
          <span className="row-note">原{fenToYuanText(row.formerFen)}元</span>
        )}
        {row.why && <span className="row-note">{row.why}</span>}
      </>
    ),
  },
  {
    key: 'status',
    title: '发到了吗',
    cell: row => (
      <>
        <Chip tone={lineTone(row.status)}>{LINE_STATUS_LABELS[row.status]}</Chip>
        {row.statusReason && <span className="row-note">{row.statusReason}</span>}
      </>
    ),
  },
  { key: 'payer', title: '发放的区', optional: 'off', cell: row => row.payerName },
];

/** 发放明细: one line a person, scheme and month; streets find here who did not get the money and why. */
export default function PaymentLinesPage() {
  const { values } = useFilters();
  const today = useBusinessDate();
  const { areaName, role } = useSession().currentPost;
  const specs: readonly FilterSpec[] = [
    { name: 'month', label: '月份', kind: 'select', options: monthOptions(today || '2025-06-01') },
    { name: 'status', label: '发到了吗', kind: 'select', options: optionsOf(LINE_STATUS_LABELS, LINE_STATUSES) },
    { name: 'cause', label: '变化', kind: 'select', options: optionsOf(LINE_CAUSE_LABELS, LINE_CAUSES) },
    { name: 'kind', label: '种类', kind: 'select', options: optionsOf(LINE_KIND_LABELS, LINE_KINDS) },
    { name: 'scheme', label: '待遇', kind: 'select', options: optionsOf(PAID_SCHEME_LABELS, PAID_SCHEMES) },
  ];
  const cycleId = new URLSearchParams(window.location.search).get('cycleId');
  const query = { ...values, ...(cycleId && { cycleId }) };
  const answer = usePagesOf(listPaymentLines, { query: query as never });
  const fen = useQueryOf(listPaymentLines, { query: { ...query, limit: 1 } as never }).data?.totalFen;
  const columns = CHECKERS.includes(role)
    ? [...COLUMNS, { key: 'acts', title: '核减', cell: (row: PaymentLine) => <Drop row={row} /> }]
    : COLUMNS;
  return (
    <>
      <PageHeader
        title="发放明细"
        facts={[
          areaName,
          '按户籍',
          cycleId && '一个批次',
          typeof fen === 'number' && `合计${fenToYuanText(fen)}元`,
        ].filter(Boolean)}
      />
      <FilterBar name="payment-lines" specs={specs} />
      <DataList
        name="payment-lines"
        unit="条"
        columns={columns}
        answer={answer}
        rowKey={row => row.id}
        to={row =>
          row.elderId
            ? fill('/desk/payments/elders/:id', { id: row.elderId })
            : fill('/desk/payments/payables/:id', { id: row.payableId ?? '' })
        }
        empty={
          <NothingMatches specs={specs} what="发放明细">
            <EmptyState icon="money" title="还没有发放明细">
              户籍所在的区编制一个月的发放后，户籍在本辖区的老人逐条列在这里。
            </EmptyState>
          </NothingMatches>
        }
      />
    </>
  );
}

function Drop({ row }: { row: PaymentLine }) {
  const [open, setOpen] = useState(false);
  const write = useWrite(dropLine);
  if (row.status !== 'due' || row.kind === 'offset') return null;
  return (
    <>
      <Button
        size="sm"
        onClick={() => setOpen(true)}
        aria-label={`核减${row.elderName}的${PAID_SCHEME_LABELS[row.scheme]}`}
      >
        核减
      </Button>
      <Dialog title={`核减${row.elderName}的${monthWords(row.month)}`} open={open} close={() => setOpen(false)}>
        <p className="sm soft">这个批次不发；查清后可以在以后的批次补发。</p>
        <Form
          initial={{}}
          label="核减"
          done={() => setOpen(false)}
          submit={({ note = '' }: { note?: string }) => write.mutateAsync({ params: { id: row.id }, body: { note } })}
        >
          <TextArea name="note" label="为什么核减" />
        </Form>
      </Dialog>
    </>
  );
}
