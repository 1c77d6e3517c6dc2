import { useState } from 'react';
import { VOUCHER_STATE_LABELS, VOUCHER_STATUS_LABELS, VOUCHER_STATUSES } from '#contracts/voucher-lifecycle.ts';
import { endVoucher, listVouchers, type Voucher } from '#contracts/vouchers.ts';
import { fenToYuanText } from '#shared/money.ts';
import { usePagesOf, useWrite } from '../../api.ts';
import { useBusinessDate, useSession } from '../../session.ts';
import { TextButton } from '../../ui/button.tsx';
import { type Column, DataList } from '../../ui/data-list.tsx';
import { TextArea } from '../../ui/fields.tsx';
import { FilterBar, type FilterSpec, NothingMatches, useFilters } from '../../ui/filter-bar.tsx';
import { Form } from '../../ui/form.tsx';
import { Chip } from '../../ui/marks.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { periodWords, spanWords, stateTone } from './voucher-words.ts';

const SPECS: readonly FilterSpec[] = [
  {
    name: 'status',
    label: '状态',
    kind: 'select',
    options: VOUCHER_STATUSES.map(value => ({ value, label: VOUCHER_STATUS_LABELS[value] })),
  },
];

const columnsOn = (today: string, mayEnd: boolean): readonly Column<Voucher>[] => [
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
  { key: 'because', title: '为什么', cell: row => row.because },
  {
    key: 'period',
    title: '哪一期',
    cell: row => (
      <>
        {periodWords(row.periodKey)}
        <span className="row-note">{spanWords(row, today)}</span>
      </>
    ),
  },
  { key: 'balance', title: '余额（元）', number: true, cell: row => fenToYuanText(row.balanceFen) },
  {
    key: 'state',
    title: '状态',
    cell: row => (
      <>
        <Chip tone={row.status === 'proposed' ? 'today' : stateTone(row.state)}>{stateWords(row)}</Chip>
        {row.note && <span className="row-note">{row.note}</span>}
      </>
    ),
  },
  ...(mayEnd ? [{ key: 'end', title: '办理', cell: (row: Voucher) => <End voucher={row} /> }] : []),
];

const stateWords = (row: Voucher): string =>
  row.status === 'active' ? VOUCHER_STATE_LABELS[row.state] : VOUCHER_STATUS_LABELS[row.status];

/** Each voucher of a scheme with its reason; taken off before the check or stopped after it, with why. */
export function HoldersList({ schemeId }: { schemeId: string }) {
  const { values } = useFilters();
  const today = useBusinessDate();
  const { role } = useSession().currentPost;
  const answer = usePagesOf(listVouchers, { query: { ...values, schemeId } as never });
  return (
    <>
      <FilterBar name="vouchers" specs={SPECS} />
      <DataList
        name="vouchers"
        unit="张"
        columns={columnsOn(today, role === 'district')}
        answer={answer}
        rowKey={row => row.id}
        empty={
          <NothingMatches specs={SPECS} what="服务券">
            <EmptyState icon="money" title="还没有人有这个方案的券">
              方案复核后，按规则列名单，另一位同事复核就发到老人名下。
            </EmptyState>
          </NothingMatches>
        }
      />
    </>
  );
}

function End({ voucher }: { voucher: Voucher }) {
  const [asked, ask] = useState(false);
  const write = useWrite(endVoucher);
  if (voucher.status !== 'proposed' && voucher.status !== 'active') return null;
  const label = voucher.status === 'proposed' ? '划去' : '停用';
  return (
    <>
      <TextButton onClick={() => ask(true)}>{label}</TextButton>
      <Dialog title={`${label}${voucher.elderName}的券`} open={asked} close={() => ask(false)}>
        <Form
          initial={{ note: '' }}
          checks={endVoucher.body}
          label={label}
          look="ok"
          done={() => ask(false)}
          submit={(body: { note: string }) => write.mutateAsync({ params: { id: voucher.id }, body })}
        >
          <TextArea name="note" label="原因" rows={2} hint="今天以前的服务照付" />
        </Form>
      </Dialog>
    </>
  );
}
