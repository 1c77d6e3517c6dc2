import { useState } from 'react';
import { PAID_SCHEME_LABELS } from '#contracts/payments/payables.ts';
import {
  comparePayments,
  decideFinding,
  type Finding,
  listFindings,
  listRecoveries,
  type RecoveryRow,
} from '#contracts/payments/recoveries.ts';
import {
  FINDING_RULE_LABELS,
  RECOVERY_STATUS_LABELS,
  RECOVERY_STATUSES,
  type RecoveryStatus,
} from '#contracts/payments/recovery-lifecycle.ts';
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
import { PageHeader, SectionHead } from '../../ui/page-header.tsx';
import { EmptyState, ErrorState, Note } from '../../ui/states.tsx';
import { dateWords, instantWords } from '../../ui/words.ts';
import './payments.css';

const COMPARERS: readonly Role[] = ['city', 'district', 'finance', 'regulator', 'auditor'];
const SPECS: readonly FilterSpec[] = [
  {
    name: 'status',
    label: '追缴进展',
    kind: 'select',
    options: RECOVERY_STATUSES.map(value => ({ value, label: RECOVERY_STATUS_LABELS[value] })),
  },
];

/** 追缴: doubts that a comparison found and a person must decide, and what is being asked back. */
export default function RecoveriesPage() {
  const { values } = useFilters();
  const today = useBusinessDate();
  const { areaName, role } = useSession().currentPost;
  const status = values.status as RecoveryStatus | undefined;
  const query = status ? { status } : {};
  const answer = usePagesOf(listRecoveries, { query });
  const owed = useQueryOf(listRecoveries, { query: { ...query, limit: 1 } }).data?.balanceFen;
  const columns: readonly Column<RecoveryRow>[] = [
    { key: 'elder', title: '向谁追', cell: row => <Who name={row.payeeName} area={row.areaName} /> },
    {
      key: 'what',
      title: '为什么追',
      width: '34%',
      cell: row => (
        <>
          {PAID_SCHEME_LABELS[row.scheme]}：{FINDING_RULE_LABELS[row.rule]}
          <span className="row-note">{row.reason}</span>
        </>
      ),
    },
    { key: 'total', title: '共（元）', number: true, cell: row => fenToYuanText(row.totalFen) },
    { key: 'balance', title: '还欠（元）', number: true, cell: row => fenToYuanText(row.balanceFen) },
    {
      key: 'status',
      title: '进展',
      cell: row => (
        <>
          <Chip tone={row.status === 'settled' ? 'pine' : row.status === 'written-off' ? 'plain' : 'today'}>
            {RECOVERY_STATUS_LABELS[row.status]}
          </Chip>
          <span className="row-note">{waitsFor(row, today)}</span>
        </>
      ),
    },
    {
      key: 'opened',
      title: '立案',
      optional: true,
      cell: row => `${row.openedBy}，${instantWords(row.openedAt, today)}`,
    },
  ];
  return (
    <>
      <PageHeader
        title="发放疑点和追缴"
        facts={[areaName, '每天夜里核对一次', typeof owed === 'number' && `还欠${fenToYuanText(owed)}元`].filter(
          Boolean,
        )}
      >
        {COMPARERS.includes(role) && <Compare />}
      </PageHeader>
      <Findings />
      <SectionHead title="追缴" />
      <FilterBar name="recoveries" specs={SPECS} />
      <DataList
        name="recoveries"
        unit="笔"
        columns={columns}
        answer={answer}
        rowKey={row => row.id}
        to={row => fill('/desk/payments/recoveries/:id', { id: row.id })}
        empty={
          <NothingMatches specs={SPECS} what="追缴">
            <EmptyState icon="money" title="没有要追回的钱">
              疑点经区里核实属实，就立一笔追缴，列在这里；一次发放和机构补贴发错的，从那一笔钱的页面立。
            </EmptyState>
          </NothingMatches>
        }
      />
    </>
  );
}

/** What comes next and by when. */
function waitsFor(row: RecoveryRow, today: string): string {
  if (row.nextPartOn)
    return `${row.nextPartOn < today ? '已过期，应在' : '下一期'}${dateWords(row.nextPartOn, today)}交`;
  return row.dueOn ? `${dateWords(row.dueOn, today)}前联系追回` : '';
}

const Who = ({ name, area }: { name: string; area: string }) => (
  <>
    {name}
    <span className="row-note">{area}</span>
  </>
);

function Compare() {
  const write = useWrite(comparePayments);
  return (
    <>
      <Button busy={write.isPending} onClick={() => write.mutate({})}>
        现在核对一遍
      </Button>
      {write.data && (
        <Note tone="ok" title={write.data.found === 0 ? '没有新的疑点' : `新发现${write.data.found}条疑点`}>
          核对了去世、户籍迁出、机构补助、两区重复和更正去世后的丧葬补贴。
        </Note>
      )}
      {write.error && <ErrorState error={write.error} />}
    </>
  );
}

function Findings() {
  const answer = usePagesOf(listFindings, { query: { status: 'found' } });
  const columns: readonly Column<Finding>[] = [
    { key: 'elder', title: '谁的', cell: row => <Who name={row.elderName} area={row.areaName} /> },
    {
      key: 'rule',
      title: '疑点',
      width: '40%',
      cell: row => (
        <>
          {PAID_SCHEME_LABELS[row.scheme]}：{FINDING_RULE_LABELS[row.rule]}
          <span className="row-note">{row.sentence}</span>
        </>
      ),
    },
    { key: 'months', title: '哪几个月', cell: row => row.months.map(each => monthWords(each.month)).join('、') },
    { key: 'fen', title: '金额（元）', number: true, cell: row => fenToYuanText(row.amountFen) },
    { key: 'acts', title: '核实', cell: row => <Decide row={row} /> },
  ];
  return (
    <>
      <SectionHead title="待核实的疑点" note="发现的是疑点，由人核实后才追" />
      <DataList
        name="payment-findings"
        unit="条"
        columns={columns}
        answer={answer}
        rowKey={row => row.id}
        to={row => (row.elderId ? fill('/desk/payments/elders/:id', { id: row.elderId }) : '/desk/payments/payables')}
        empty={
          <EmptyState icon="money" title="没有待核实的疑点">
            去世、户籍迁出后仍在发，机构补助和护理补贴同时领，两个区同时发，去世更正了丧葬补贴已发的，会列在这里。
          </EmptyState>
        }
      />
    </>
  );
}

function Decide({ row }: { row: Finding }) {
  const [asked, ask] = useState<'confirm' | 'dismiss' | null>(null);
  const write = useWrite(decideFinding);
  const because = (action: string) => row.nextActions.find(each => each.action === action)?.disabledBecause;
  if (row.nextActions.every(each => !each.allowed)) return <span className="sm soft">{because('confirm')}</span>;
  return (
    <div className="row-acts">
      <Button size="sm" look="ok" onClick={() => ask('confirm')} aria-label={`${row.elderName}的疑点属实`}>
        属实，追缴
      </Button>
      <Button size="sm" onClick={() => ask('dismiss')} aria-label={`${row.elderName}的疑点不属实`}>
        不属实
      </Button>
      <Dialog
        title={asked === 'confirm' ? `追回${row.elderName}的${fenToYuanText(row.amountFen)}元` : '不属实'}
        open={asked !== null}
        close={() => ask(null)}
      >
        <Form
          initial={{}}
          label={asked === 'confirm' ? '立追缴' : '记下'}
          done={() => ask(null)}
          submit={({ note = '' }: { note?: string }) =>
            write.mutateAsync({ params: { id: row.id }, body: { decision: asked ?? 'dismiss', note } })
          }
        >
          <TextArea name="note" label="核实情况" hint="如：与派出所核对，死亡证明日期一致" />
        </Form>
      </Dialog>
    </div>
  );
}
