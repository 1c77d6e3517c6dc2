import { useState } from 'react';
import {
  FESTIVAL_STATUS_LABELS,
  FESTIVAL_STATUSES,
  type FestivalStatus,
  OCCASION_LABELS,
} from '#contracts/festival-lifecycle.ts';
import { type FestivalRow, listFestivals } from '#contracts/festivals.ts';
import type { Role } from '#contracts/roles.ts';
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
import { dateWords } from '../../ui/words.ts';
import { giftWords, progressWords } from './festival-words.ts';
import { MakeFestival } from './make-festival.tsx';

const MAKERS: readonly Role[] = ['street', 'district'];
const SPECS: readonly FilterSpec[] = [
  {
    name: 'status',
    label: '到哪一步',
    kind: 'select',
    options: FESTIVAL_STATUSES.map(value => ({ value, label: FESTIVAL_STATUS_LABELS[value] })),
  },
];

const columnsOn = (today: string): readonly Column<FestivalRow>[] => [
  {
    key: 'name',
    title: '哪个节日',
    cell: row => (
      <>
        {row.name}
        <span className="row-note">
          {OCCASION_LABELS[row.occasion]}，{dateWords(row.onDay, today)}
        </span>
      </>
    ),
  },
  { key: 'area', title: '谁列的', cell: row => `${row.areaName}，${row.madeBy}` },
  { key: 'gift', title: '送什么', cell: row => giftWords(row) },
  {
    key: 'status',
    title: '到哪一步',
    cell: row => (
      <>
        <Chip tone={row.status === 'closed' ? 'pine' : row.status === 'cancelled' ? 'plain' : 'today'}>
          {FESTIVAL_STATUS_LABELS[row.status]}
        </Chip>
        <span className="row-note">{progressWords(row)}</span>
      </>
    ),
  },
];

/** 节日慰问: one list an occasion and office. */
export default function FestivalsPage() {
  const { values } = useFilters();
  const today = useBusinessDate();
  const { areaName, role } = useSession().currentPost;
  const [open, setOpen] = useState(false);
  const status = values.status as FestivalStatus | undefined;
  const answer = usePagesOf(listFestivals, { query: status ? { status } : {} });
  return (
    <>
      <PageHeader title="节日慰问" facts={[areaName, '一个节日一人一次', '列名单和复核由两个人办']}>
        {MAKERS.includes(role) && (
          <Button look="go" onClick={() => setOpen(true)}>
            列一份名单
          </Button>
        )}
        <LinkButton to="/desk/festival-visits">看要慰问的老人</LinkButton>
      </PageHeader>
      <FilterBar name="festivals" specs={SPECS} />
      <DataList
        name="festivals"
        unit="份"
        columns={columnsOn(today)}
        answer={answer}
        rowKey={row => row.id}
        to={row => fill('/desk/festivals/:id', { id: row.id })}
        empty={
          <NothingMatches specs={SPECS} what="慰问名单">
            <EmptyState icon="document" title="还没有慰问名单">
              街道或区按规则从台账列名单，另一位同事复核后，社区上门慰问。
            </EmptyState>
          </NothingMatches>
        }
      />
      <Dialog title="列一份慰问名单" open={open} close={() => setOpen(false)}>
        <MakeFestival />
      </Dialog>
    </>
  );
}
