import { useState } from 'react';
import type { Role } from '#contracts/roles.ts';
import { endPlaceUse, listPlaceUses, listUsePlaces, type PlaceUse, withdrawPlaceUse } from '#contracts/subsidies.ts';
import { USE_KIND_LABELS, USE_KINDS, type UseKind } from '#contracts/subsidy-lifecycle.ts';
import { fenToYuanText } from '#shared/money.ts';
import { usePagesOf, useQueryOf, useWrite } from '../../api.ts';
import { useBusinessDate, useSession } from '../../session.ts';
import { Button } from '../../ui/button.tsx';
import { type Column, DataList } from '../../ui/data-list.tsx';
import { DateInput, TextInput } from '../../ui/fields.tsx';
import { FilterBar, type FilterSpec, NothingMatches, useFilters } from '../../ui/filter-bar.tsx';
import { Form } from '../../ui/form.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { dateWords } from '../../ui/words.ts';
import { EnterUses } from './enter-uses.tsx';
import { monthOptions } from './subsidy-words.ts';

const ENTERERS: readonly Role[] = [
  ...(['community', 'street', 'district'] as const),
  ...(['centre', 'institution', 'station', 'meal-point'] as const),
];

type Acts = { end: (row: PlaceUse) => void; withdraw: (row: PlaceUse) => void };

const columnsOn = (today: string, acts: Acts | null): readonly Column<PlaceUse>[] => [
  {
    key: 'elder',
    title: '老人',
    cell: row => (
      <>
        {row.elderName}
        <span className="row-note">{USE_KIND_LABELS[row.kind]}</span>
      </>
    ),
  },
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
  {
    key: 'when',
    title: '什么时候',
    cell: row =>
      row.kind === 'meal'
        ? dateWords(row.fromOn, today)
        : `${dateWords(row.fromOn, today)}起${row.toOn ? `，到${dateWords(row.toOn, today)}` : ''}`,
  },
  {
    key: 'what',
    title: '协议、餐费',
    cell: row => row.number ?? (row.billFen === null ? '' : `${fenToYuanText(row.billFen)}元`),
  },
  { key: 'by', title: '谁登记的', optional: true, cell: row => row.enteredBy },
  {
    key: 'end',
    title: '结束、更正',
    cell: row => <Ended row={row} acts={acts} />,
  },
];

function Ended({ row, acts }: { row: PlaceUse; acts: Acts | null }) {
  if (row.withdrawn)
    return (
      <>
        已撤销
        <span className="row-note">
          {row.withdrawn.because}，{row.withdrawn.by}
        </span>
      </>
    );
  const what = `${row.elderName}的${USE_KIND_LABELS[row.kind]}`;
  return (
    <span className="row-flex">
      {row.endedBecause}
      {row.toOn === null && acts && (
        <Button size="sm" aria-label={`结束${what}`} onClick={() => acts.end(row)}>
          {row.kind === 'stay' ? '离院' : '终止'}
        </Button>
      )}
      {acts && (
        <Button size="sm" aria-label={`撤销${what}`} onClick={() => acts.withdraw(row)}>
          登错了
        </Button>
      )}
    </span>
  );
}

/** Who is served where: the records that subsidies of organisations are computed from. */
export default function UsesPage() {
  const { values } = useFilters();
  const today = useBusinessDate();
  const { areaName, role } = useSession().currentPost;
  const mayEnter = ENTERERS.includes(role);
  const [entering, enter] = useState<UseKind | null>(null);
  const [ending, end] = useState<PlaceUse | null>(null);
  const [wrong, withdraw] = useState<PlaceUse | null>(null);
  const specs: readonly FilterSpec[] = [
    {
      name: 'kind',
      label: '种类',
      kind: 'select',
      options: USE_KINDS.map(value => ({ value, label: USE_KIND_LABELS[value] })),
    },
    { name: 'month', label: '月份', kind: 'select', options: monthOptions(today || '2025-06-01') },
  ];
  const facilityId = new URLSearchParams(window.location.search).get('facilityId');
  const query = { ...values, ...(facilityId && { facilityId }) };
  const answer = usePagesOf(listPlaceUses, { query: query as never });
  return (
    <>
      <PageHeader title="签约、入住、就餐" facts={[areaName, '机构补贴按这些记录算', facilityId && '一处']}>
        {mayEnter && <EnterButtons enter={enter} />}
      </PageHeader>
      <FilterBar name="place-uses" specs={specs} />
      <DataList
        name="place-uses"
        unit="条"
        columns={columnsOn(today, mayEnter ? { end, withdraw } : null)}
        answer={answer}
        rowKey={row => row.id}
        empty={
          <NothingMatches specs={specs} what="签约、入住、就餐">
            <EmptyState icon="document" title="还没有登记">
              驿站的服务协议、机构的入住、助餐点的就餐登记后列在这里，每月按它们算机构补贴。
            </EmptyState>
          </NothingMatches>
        }
      />
      <Dialog
        title={entering ? `登记${USE_KIND_LABELS[entering]}` : ''}
        open={entering !== null}
        close={() => enter(null)}
      >
        {entering && <Entering kind={entering} />}
      </Dialog>
      <Dialog
        title={ending ? `${ending.elderName}：${ending.kind === 'stay' ? '离院' : '协议终止'}` : ''}
        open={ending !== null}
        close={() => end(null)}
      >
        {ending && <Ending row={ending} today={today} done={() => end(null)} />}
      </Dialog>
      <Dialog title={wrong ? `撤销登错的：${wrong.elderName}` : ''} open={wrong !== null} close={() => withdraw(null)}>
        {wrong && <Withdrawing row={wrong} done={() => withdraw(null)} />}
      </Dialog>
    </>
  );
}

/** What this post's places keep; a station has no stays to enter. */
function EnterButtons({ enter }: { enter: (kind: UseKind) => void }) {
  const places = useQueryOf(listUsePlaces, {}).data?.rows ?? [];
  const kinds = USE_KINDS.filter(kind => places.some(place => place.kinds.includes(kind)));
  return kinds.map((kind, at) => (
    <Button key={kind} look={at === 0 ? 'go' : 'plain'} onClick={() => enter(kind)}>
      登记{kind === 'agreement' ? '签约' : USE_KIND_LABELS[kind]}
    </Button>
  ));
}

function Entering({ kind }: { kind: UseKind }) {
  const places = useQueryOf(listUsePlaces, {});
  return <EnterUses kind={kind} places={places.data?.rows ?? []} />;
}

function Ending({ row, today, done }: { row: PlaceUse; today: string; done: () => void }) {
  const write = useWrite(endPlaceUse);
  return (
    <Form
      initial={{ toOn: today, because: '' }}
      checks={endPlaceUse.body}
      label="记下来"
      look="ok"
      done={done}
      submit={(body: { toOn: string; because: string }) => write.mutateAsync({ params: { id: row.id }, body })}
    >
      <DateInput name="toOn" label="最后一天" min={row.fromOn} max={today} />
      <TextInput name="because" label="原因" />
    </Form>
  );
}

function Withdrawing({ row, done }: { row: PlaceUse; done: () => void }) {
  const write = useWrite(withdrawPlaceUse);
  return (
    <Form
      initial={{ because: '' }}
      checks={withdrawPlaceUse.body}
      label="撤销"
      look="ok"
      done={done}
      submit={(body: { because: string }) => write.mutateAsync({ params: { id: row.id }, body })}
    >
      <TextInput name="because" label="哪里登错了" hint="撤销后不再计入；已经发过的月份重算后追差额" />
    </Form>
  );
}
