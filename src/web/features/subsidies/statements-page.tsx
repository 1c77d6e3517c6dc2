import { useState } from 'react';
import type { Role } from '#contracts/roles.ts';
import { computeStatements, listStatements, type StatementRow } from '#contracts/subsidies.ts';
import {
  STATEMENT_STATUS_LABELS,
  STATEMENT_STATUSES,
  SUBSIDY_SCHEME_LABELS,
  SUBSIDY_SCHEMES,
} from '#contracts/subsidy-lifecycle.ts';
import { monthWords } from '#shared/dates.ts';
import { fenToYuanText } from '#shared/money.ts';
import { usePagesOf, useQueryOf, useWrite } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate, useSession } from '../../session.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { type Column, DataList } from '../../ui/data-list.tsx';
import { Select } from '../../ui/fields.tsx';
import { FilterBar, type FilterSpec, NothingMatches, useFilters } from '../../ui/filter-bar.tsx';
import { Form } from '../../ui/form.tsx';
import { Chip, DueChip } from '../../ui/marks.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState, Note } from '../../ui/states.tsx';
import { countWords } from '../../ui/words.ts';
import { monthOptions } from './subsidy-words.ts';

const COMPUTERS: readonly Role[] = ['street', 'district'];

const COLUMNS: readonly Column<StatementRow>[] = [
  {
    key: 'place',
    title: '哪一处',
    cell: row => (
      <>
        {row.facilityName}
        <span className="row-note">{row.areaName}</span>
      </>
    ),
  },
  { key: 'scheme', title: '补贴', cell: row => SUBSIDY_SCHEME_LABELS[row.scheme] },
  {
    key: 'month',
    title: '月份',
    cell: row => (
      <>
        {monthWords(row.month)}
        {row.round > 1 && <span className="row-note">发过以后第{row.round - 1}次重算</span>}
      </>
    ),
  },
  { key: 'people', title: '计入（人）', number: true, cell: row => countWords(row.people) },
  {
    key: 'fen',
    title: '要发（元）',
    number: true,
    cell: row => (
      <>
        {fenToYuanText(row.differenceFen)}
        {row.round > 1 && <span className="row-note">全月应发{fenToYuanText(row.amountFen)}</span>}
      </>
    ),
  },
  {
    key: 'status',
    title: '到哪一步',
    cell: row => (
      <>
        <Chip
          tone={
            row.status === 'paid' || row.status === 'settled' ? 'pine' : row.status === 'computed' ? 'today' : 'plain'
          }
        >
          {STATEMENT_STATUS_LABELS[row.status]}
        </Chip>{' '}
        {row.due && <DueChip due={row.due} />}
      </>
    ),
  },
];

/** 机构补贴: one statement a place, kind and month, computed from the records. */
export default function StatementsPage() {
  const { values } = useFilters();
  const today = useBusinessDate();
  const { areaName, role } = useSession().currentPost;
  const months = monthOptions(today || '2025-06-01');
  const specs: readonly FilterSpec[] = [
    { name: 'month', label: '月份', kind: 'select', options: months },
    {
      name: 'scheme',
      label: '补贴',
      kind: 'select',
      options: SUBSIDY_SCHEMES.map(value => ({ value, label: SUBSIDY_SCHEME_LABELS[value] })),
    },
    {
      name: 'status',
      label: '到哪一步',
      kind: 'select',
      options: STATEMENT_STATUSES.map(value => ({ value, label: STATEMENT_STATUS_LABELS[value] })),
    },
  ];
  const answer = usePagesOf(listStatements, { query: values as never });
  const fen = useQueryOf(listStatements, { query: { ...values, limit: 1 } as never }).data?.totalFen;
  return (
    <>
      <PageHeader
        title="机构补贴"
        facts={[areaName, '按签约、入住、就餐记录算', typeof fen === 'number' && `合计${fenToYuanText(fen)}元`].filter(
          Boolean,
        )}
      >
        {COMPUTERS.includes(role) && today && <Compute today={today} />}
        <LinkButton to="/desk/subsidies/uses">看记录</LinkButton>
      </PageHeader>
      <FilterBar name="subsidy-statements" specs={specs} />
      <DataList
        name="subsidy-statements"
        unit="张"
        columns={COLUMNS}
        answer={answer}
        rowKey={row => row.id}
        to={row => fill('/desk/subsidies/statements/:id', { id: row.id })}
        empty={
          <NothingMatches specs={specs} what="机构补贴">
            <EmptyState icon="money" title="还没有核算单">
              街道或区里每月按记录算一次，一处一张；另一位同事核对后送进发放批次。
            </EmptyState>
          </NothingMatches>
        }
      />
    </>
  );
}

type Said = { made: number; differences: number; skipped: { name: string; because: string }[] };

function Compute({ today }: { today: string }) {
  const [open, setOpen] = useState(false);
  const [said, say] = useState<Said | null>(null);
  const write = useWrite(computeStatements);
  const months = monthOptions(today).filter(each => each.value < today.slice(0, 7));
  const close = () => {
    setOpen(false);
    say(null);
  };
  return (
    <>
      <Button look="go" onClick={() => setOpen(true)}>
        算一个月
      </Button>
      <Dialog title="按记录算机构补贴" open={open} close={close}>
        {said ? (
          <Note
            tone="ok"
            title={`算出${countWords(said.made)}张核算单${said.differences > 0 ? `，其中${countWords(said.differences)}张是发过的月份的差额` : ''}`}
          >
            {said.skipped.length > 0 && (
              <ul>
                {said.skipped.map(each => (
                  <li key={each.name}>
                    {each.name}：{each.because}
                  </li>
                ))}
              </ul>
            )}
          </Note>
        ) : (
          <Form
            initial={{ month: months[0]?.value }}
            label="算"
            look="ok"
            submit={async ({ month }: { month: string }) => say(await write.mutateAsync({ body: { month } }))}
          >
            <Select name="month" label="哪个月" options={months} />
          </Form>
        )}
      </Dialog>
    </>
  );
}
