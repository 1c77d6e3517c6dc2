import { useState } from 'react';
import { OFFERED_SCHEME_LABELS, OFFERED_SCHEMES, type OfferedScheme } from '#contracts/benefits/catalogue.ts';
import { answerOffer, listOffers } from '#contracts/benefits/endpoints.ts';
import { OFFER_STATUS_LABELS, OFFER_STATUSES, type OfferStatus } from '#contracts/benefits/lifecycle.ts';
import type { OfferRow } from '#contracts/benefits/records.ts';

import { startFinding } from '#contracts/benefits/scheme-endpoints.ts';
import type { Role } from '#contracts/roles.ts';
import { fenToYuanText } from '#shared/money.ts';
import { usePagesOf, useWrite } from '../../api.ts';
import { fill } from '../../paths.ts';
import { RunProgress } from '../../run-progress.tsx';
import { useSession } from '../../session.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { type Column, DataList } from '../../ui/data-list.tsx';
import { TextArea } from '../../ui/fields.tsx';
import { FilterBar, type FilterSpec, NothingMatches, useFilters } from '../../ui/filter-bar.tsx';
import { Form } from '../../ui/form.tsx';
import { Chip } from '../../ui/marks.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import './benefits.css';

/** Who may start a month's determination. */
const RUNNERS: readonly Role[] = ['street', 'district', 'city'];

const SPECS: readonly FilterSpec[] = [
  {
    name: 'status',
    label: '进展',
    kind: 'select',
    options: OFFER_STATUSES.map(value => ({ value, label: OFFER_STATUS_LABELS[value] })),
  },
  {
    name: 'scheme',
    label: '待遇',
    kind: 'select',
    options: OFFERED_SCHEMES.map(value => ({ value, label: OFFERED_SCHEME_LABELS[value] })),
  },
];

/** Who meets the conditions and has not applied: told, applied for, or noted as not wanted. */
export default function OffersPage() {
  const { values } = useFilters();
  const { areaName, role } = useSession().currentPost;
  const status = values.status as OfferStatus | undefined;
  const scheme = values.scheme as OfferedScheme | undefined;
  const answer = usePagesOf(listOffers, { query: { ...(status && { status }), ...(scheme && { scheme }) } });
  const columns: readonly Column<OfferRow>[] = [
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
    {
      key: 'scheme',
      title: '可以申请',
      width: '34%',
      cell: row => (
        <>
          {OFFERED_SCHEME_LABELS[row.scheme]}
          <span className="row-note">{row.sentence}</span>
        </>
      ),
    },
    {
      key: 'amount',
      title: '每月',
      number: true,
      cell: row => (row.amountFen > 0 ? `${fenToYuanText(row.amountFen)}元` : '服务'),
    },
    {
      key: 'status',
      title: '进展',
      cell: row => (
        <>
          <Chip tone={row.status === 'found' ? 'today' : 'plain'}>{OFFER_STATUS_LABELS[row.status]}</Chip>
          {row.note && <span className="row-note">{row.note}</span>}
        </>
      ),
    },
    { key: 'acts', title: '办理', cell: row => <OfferActs row={row} /> },
  ];
  return (
    <>
      <PageHeader title="符合还没申请" facts={[areaName, '按月核定、按档案核对时发现，由社区告知老人，老人自愿申请']}>
        {RUNNERS.includes(role) && (
          <LinkButton look="go" to="/desk/benefits/months">
            核定一个月
          </LinkButton>
        )}
      </PageHeader>
      {RUNNERS.includes(role) && <FindAll />}
      <FilterBar name="benefit-offers" specs={SPECS} />
      <DataList
        name="benefit-offers"
        unit="条"
        columns={columns}
        answer={answer}
        rowKey={row => row.id}
        to={row => fill('/desk/benefits/elders/:id', { id: row.elderId })}
        empty={
          <NothingMatches specs={SPECS} what="待遇提醒">
            <EmptyState icon="money" title="没有符合条件而没申请的人">
              街道、区、市每月核定后，有人符合条件还没申请，会列在这里。
            </EmptyState>
          </NothingMatches>
        }
      />
    </>
  );
}

/** Goes over everybody's file for services and allowances beside the monthly ones; what is found is told, not enrolled. */
function FindAll() {
  const write = useWrite(startFinding);
  return (
    <div className="batch-now">
      <Button busy={write.isPending} onClick={() => write.mutate({ body: {} })}>
        按档案核对该享受的服务
      </Button>
      {write.error && <ErrorState error={write.error} />}
      {write.data && <RunProgress runId={write.data.runId} unit="人" kept="已经发现的都还在" />}
    </div>
  );
}

function OfferActs({ row }: { row: OfferRow }) {
  const [declining, setDeclining] = useState(false);
  const write = useWrite(answerOffer);
  const params = { id: row.id };
  const can = (action: string) => row.nextActions.some(each => each.action === action && each.allowed);
  if (row.nextActions.length === 0) return null;
  return (
    <div className="row-acts">
      {can('notify') && (
        <Button
          size="sm"
          busy={write.isPending}
          onClick={() => write.mutate({ params, body: { answer: 'notify' } })}
          aria-label={`已告知${row.elderName}`}
        >
          已告知
        </Button>
      )}
      {can('claim') && (
        <Button
          size="sm"
          look="ok"
          busy={write.isPending}
          onClick={() => write.mutate({ params, body: { answer: 'claim' } })}
          aria-label={`代${row.elderName}申请`}
        >
          代为申请
        </Button>
      )}
      {can('arrange') && (
        <Button
          size="sm"
          look="ok"
          busy={write.isPending}
          onClick={() => write.mutate({ params, body: { answer: 'arrange' } })}
          aria-label={`${row.elderName}的${OFFERED_SCHEME_LABELS[row.scheme]}已办好`}
        >
          已办好
        </Button>
      )}
      {can('decline') && (
        <Button size="sm" onClick={() => setDeclining(true)} aria-label={`${row.elderName}不申请`}>
          不申请
        </Button>
      )}
      {write.error && <ErrorState error={write.error} />}
      <Dialog title={`${row.elderName}不申请`} open={declining} close={() => setDeclining(false)}>
        <Form
          initial={{}}
          label="记下"
          look="ok"
          done={() => setDeclining(false)}
          submit={({ note }: { note?: string }) =>
            write.mutateAsync({ params, body: { answer: 'decline', ...(note && { note }) } })
          }
        >
          <TextArea name="note" label="老人为什么不申请" />
        </Form>
      </Dialog>
    </div>
  );
}
