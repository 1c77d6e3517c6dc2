import { useState } from 'react';
import type { RecipientCheck } from '#contracts/payments/cycle-nouns.ts';
import { answerCheck, listRecipientChecks } from '#contracts/payments/cycles.ts';
import { CHECK_STATUS_LABELS, CHECK_STATUSES, type CheckStatus } from '#contracts/payments/lifecycle.ts';
import type { Role } from '#contracts/roles.ts';
import { fenToYuanText } from '#shared/money.ts';
import { usePagesOf, useWrite } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useSession } from '../../session.ts';
import { Button } from '../../ui/button.tsx';
import { type Column, DataList } from '../../ui/data-list.tsx';
import { TextArea } from '../../ui/fields.tsx';
import { FilterBar, type FilterSpec, NothingMatches, useFilters } from '../../ui/filter-bar.tsx';
import { Form } from '../../ui/form.tsx';
import { Chip } from '../../ui/marks.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import './payments.css';

const ASKERS: readonly Role[] = ['street', 'community', 'district'];
const SPECS: readonly FilterSpec[] = [
  {
    name: 'status',
    label: '结果',
    kind: 'select',
    options: CHECK_STATUSES.map(value => ({ value, label: CHECK_STATUS_LABELS[value] })),
  },
];

/** Recipients drawn at random: did the money arrive? */
export default function ChecksPage() {
  const { values } = useFilters();
  const { areaName } = useSession().currentPost;
  const status = values.status as CheckStatus | undefined;
  const answer = usePagesOf(listRecipientChecks, { query: status ? { status } : {} });
  const columns: readonly Column<RecipientCheck>[] = [
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
    { key: 'fen', title: '金额（元）', number: true, cell: row => fenToYuanText(row.amountFen) },
    {
      key: 'status',
      title: '结果',
      cell: row => (
        <>
          <Chip tone={row.status === 'received' ? 'pine' : row.status === 'drawn' ? 'today' : 'over'}>
            {CHECK_STATUS_LABELS[row.status]}
          </Chip>
          {row.note && <span className="row-note">{row.note}</span>}
        </>
      ),
    },
    { key: 'by', title: '谁核实', optional: true, cell: row => row.answeredBy },
    { key: 'acts', title: '办理', cell: row => <Acts row={row} /> },
  ];
  return (
    <>
      <PageHeader title="核实到账" facts={[areaName, '发放对账后随机抽领钱的老人，问是否收到']} />
      <FilterBar name="payment-checks" specs={SPECS} />
      <DataList
        name="payment-checks"
        unit="人"
        columns={columns}
        answer={answer}
        rowKey={row => row.id}
        to={row => fill('/desk/payments/elders/:id', { id: row.elderId })}
        empty={
          <NothingMatches specs={SPECS} what="要核实的人">
            <EmptyState icon="money" title="没有要核实的人">
              区里对账后随机抽人；抽到本辖区的老人，会列在这里并进“今天要办”。
            </EmptyState>
          </NothingMatches>
        }
      />
    </>
  );
}

function Acts({ row }: { row: RecipientCheck }) {
  const { role } = useSession().currentPost;
  const [asked, ask] = useState<'not-received' | 'not-reached' | null>(null);
  const write = useWrite(answerCheck);
  const params = { id: row.id };
  if (row.status !== 'drawn' || !ASKERS.includes(role)) return null;
  return (
    <div className="row-acts">
      <Button
        size="sm"
        look="ok"
        busy={write.isPending}
        onClick={() => write.mutate({ params, body: { status: 'received' } })}
        aria-label={`${row.elderName}收到了`}
      >
        收到了
      </Button>
      <Button size="sm" onClick={() => ask('not-received')} aria-label={`${row.elderName}没收到`}>
        没收到
      </Button>
      <Button size="sm" onClick={() => ask('not-reached')} aria-label={`${row.elderName}联系不上`}>
        联系不上
      </Button>
      {write.error && <ErrorState error={write.error} />}
      <Dialog
        title={asked === 'not-received' ? '老人说没收到' : '联系不上'}
        open={asked !== null}
        close={() => ask(null)}
      >
        <Form
          initial={{}}
          label="记下"
          look="ok"
          done={() => ask(null)}
          submit={({ note }: { note?: string }) =>
            write.mutateAsync({ params, body: { status: asked ?? 'not-reached', ...(note && { note }) } })
          }
        >
          <TextArea name="note" label="情况" />
        </Form>
      </Dialog>
    </div>
  );
}
