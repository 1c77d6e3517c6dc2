import { useState } from 'react';
import {
  VOUCHER_SCHEME_STATUS_LABELS,
  VOUCHER_SCHEME_STATUSES,
  type VoucherSchemeStatus,
} from '#contracts/voucher-lifecycle.ts';
import { listVoucherSchemes, type VoucherSchemeRow } from '#contracts/vouchers.ts';
import { fenToYuanText } from '#shared/money.ts';
import { usePagesOf } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate, useSession } from '../../session.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { type Column, DataList } from '../../ui/data-list.tsx';
import { FilterBar, type FilterSpec, NothingMatches, useFilters } from '../../ui/filter-bar.tsx';
import { Chip } from '../../ui/marks.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { MakeScheme } from './make-scheme.tsx';
import { itemsWords, ruleWords, sourceWords, spanWords, valueWords } from './voucher-words.ts';

const SPECS: readonly FilterSpec[] = [
  {
    name: 'status',
    label: '状态',
    kind: 'select',
    options: VOUCHER_SCHEME_STATUSES.map(value => ({ value, label: VOUCHER_SCHEME_STATUS_LABELS[value] })),
  },
];

const columnsOn = (today: string): readonly Column<VoucherSchemeRow>[] => [
  {
    key: 'name',
    title: '方案',
    cell: row => (
      <>
        {row.name}
        <span className="row-note">
          {row.areaName}，{spanWords(row, today)}
        </span>
      </>
    ),
  },
  {
    key: 'rule',
    title: '发给谁',
    cell: row => (
      <>
        <span data-rule>{ruleWords(row.rule)}</span>
        <span className="row-note">买{itemsWords(row.items)}</span>
      </>
    ),
  },
  {
    key: 'value',
    title: '面值',
    cell: row => (
      <>
        <span data-rule>{valueWords(row)}</span>
        <span className="row-note">{sourceWords(row)}</span>
      </>
    ),
  },
  {
    key: 'sums',
    title: '发了和用了',
    cell: row => (
      <>
        {row.sums.people}张，{fenToYuanText(row.sums.issuedFen)}元
        <span className="row-note">
          用掉{fenToYuanText(row.sums.redeemedFen)}元，{row.sums.redeemers}人，{row.sums.providers}家服务商
        </span>
      </>
    ),
  },
  {
    key: 'status',
    title: '状态',
    cell: row => <Chip tone={schemeTone(row.status)}>{VOUCHER_SCHEME_STATUS_LABELS[row.status]}</Chip>,
  },
];

const schemeTone = (status: VoucherSchemeStatus) =>
  status === 'active' ? 'pine' : status === 'draft' ? 'today' : 'plain';

/** 服务券: money that goes with the person, to any provider of the catalogue. */
export default function SchemesPage() {
  const { values } = useFilters();
  const today = useBusinessDate();
  const { areaName, role } = useSession().currentPost;
  const [open, setOpen] = useState(false);
  const status = values.status as VoucherSchemeStatus | undefined;
  const answer = usePagesOf(listVoucherSchemes, { query: status ? { status } : {} });
  return (
    <>
      <PageHeader title="服务券" facts={[areaName, '券跟着人走，哪家服务商都能用', '定的和复核的是两个人']}>
        {role === 'district' && (
          <Button look="go" onClick={() => setOpen(true)}>
            定一个方案
          </Button>
        )}
        <LinkButton to="/desk/voucher-redemptions">看用券和结算</LinkButton>
      </PageHeader>
      <FilterBar name="voucher-schemes" specs={SPECS} />
      <DataList
        name="voucher-schemes"
        unit="个方案"
        columns={columnsOn(today)}
        answer={answer}
        rowKey={row => row.id}
        to={row => fill('/desk/vouchers/:id', { id: row.id })}
        empty={
          <NothingMatches specs={SPECS} what="服务券方案">
            <EmptyState icon="money" title="还没有服务券方案">
              区里定方案，另一位同事复核后按规则给老人发券，老人在任何一家服务商都能用。
            </EmptyState>
          </NothingMatches>
        }
      />
      <Dialog title="定一个服务券方案" open={open} close={() => setOpen(false)}>
        <MakeScheme />
      </Dialog>
    </>
  );
}
