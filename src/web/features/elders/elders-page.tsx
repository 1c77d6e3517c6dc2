import { type FormEvent, useEffect, useState } from 'react';
import { listAreas } from '#contracts/areas.ts';
import { listElders } from '#contracts/elders/find.ts';
import {
  ABILITY_LABELS,
  ELDER_STATUS_LABELS,
  ELDER_STATUSES,
  type ElderRow,
  LIVINGS,
  TAG_CODES,
  TAG_LABELS,
} from '#contracts/elders.ts';
import { holdsPersonNumber } from '#shared/person-number.ts';
import { usePagesOf, useQueryOf } from '../../api.ts';
import { fill, mayOpen } from '../../paths.ts';
import { useSession } from '../../session.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { type Column, DataList } from '../../ui/data-list.tsx';
import { FilterBar, type FilterSpec, NothingMatches, useFilters } from '../../ui/filter-bar.tsx';
import { Chip, Facts } from '../../ui/marks.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { placeName } from './place-name.ts';
import './elders.css';
import { OFFICIALS } from '#contracts/roles.ts';

const AGES = [
  ['60-69', '60 至 69 岁'],
  ['70-79', '70 至 79 岁'],
  ['80-', '80 岁及以上'],
  ['90-', '90 岁及以上'],
  ['100-', '百岁老人'],
] as const;
const options = <V extends string>(values: readonly V[], label: (value: V) => string) =>
  values.map(value => ({ value, label: label(value) }));

const SEARCH: FilterSpec = { name: 'q', label: '找人', kind: 'search', placeholder: '' };
const FILTERS: readonly FilterSpec[] = [
  { name: 'tag', label: '标签', kind: 'select', options: options(TAG_CODES, code => TAG_LABELS[code]) },
  { name: 'age', label: '年龄', kind: 'select', options: AGES.map(([value, label]) => ({ value, label })) },
  { name: 'living', label: '居住方式', kind: 'select', options: options([...LIVINGS, '留守'], value => value) },
  { name: 'status', label: '档案状态', kind: 'select', options: options(ELDER_STATUSES, s => ELDER_STATUS_LABELS[s]) },
];

const COLUMNS: readonly Column<ElderRow>[] = [
  {
    key: 'name',
    title: '姓名',
    cell: row => row.name,
    width: 120,
  },
  { key: 'age', title: '年龄', cell: row => `${row.age}岁，${row.sex}`, width: 110 },
  {
    key: 'tags',
    title: '标签和理由',
    cell: row => <Tags row={row} />,
  },
  {
    key: 'place',
    title: '住址',
    cell: row => (
      <>
        {placeName(row.areaName)}
        <span className="row-note">
          <Facts items={[row.road, row.compound]} />
        </span>
      </>
    ),
  },
  { key: 'living', title: '居住', cell: row => row.living, width: 116, optional: true },
  {
    key: 'ability',
    title: '能力',
    cell: row => (row.abilityLevel === null ? '没评估过' : ABILITY_LABELS[row.abilityLevel]),
    width: 100,
    optional: true,
  },
  { key: 'status', title: '状态', cell: row => <Status row={row} />, width: 116 },
];

const SHOWN_TAGS = 2;

function Tags({ row }: { row: ElderRow }) {
  if (row.tags.length === 0) return <span className="mute sm">没有标签</span>;
  return (
    <span className="tags">
      {row.tags.slice(0, SHOWN_TAGS).map(tag => (
        <span key={tag.code} className="tag">
          <b>{tag.label}</b>
          <span>{tag.reason}</span>
        </span>
      ))}
      {row.tags.length > SHOWN_TAGS && <span className="sm mute">另有{row.tags.length - SHOWN_TAGS}个</span>}
    </span>
  );
}

function Status({ row }: { row: ElderRow }) {
  const waits = row.status === 'registered' || row.status === 'verified';
  return waits ? <Chip tone="today">{ELDER_STATUS_LABELS[row.status]}</Chip> : ELDER_STATUS_LABELS[row.status];
}

export default function EldersPage() {
  const { currentPost } = useSession();
  const { values, set } = useFilters();
  const [secret, setSecret] = useState('');
  const areas = useQueryOf(listAreas, { query: { parent: currentPost.areaCode } });
  const places = areas.data?.rows.map(area => ({ value: area.code, label: placeName(area.name) })) ?? [];
  const specs: readonly FilterSpec[] =
    places.length > 0 ? [{ name: 'area', label: '地方', kind: 'select', options: places }, ...FILTERS] : FILTERS;
  const asked = secret ? { ...values, q: secret } : values;
  const elders = usePagesOf(listElders, { query: asked });
  const find = (text: string) => {
    // Numbers are looked for, but never written into the address: it would stay in the browser's history.
    setSecret(holdsPersonNumber(text) ? text : '');
    set('q', holdsPersonNumber(text) ? '' : text);
  };
  const typed = values.q ?? '';
  // biome-ignore lint/correctness/useExhaustiveDependencies: an address from elsewhere that holds a number is cleaned once
  useEffect(() => {
    if (holdsPersonNumber(typed)) find(typed);
  }, [typed]);
  const mayRegister = mayOpen(OFFICIALS, currentPost.role);
  return (
    <>
      <PageHeader title="找人" facts={[placeName(currentPost.areaName), '姓名、拼音、小区、证件或手机后四位都能找']}>
        {mayRegister && <LinkButton to="/desk/elders/imports">批量导入</LinkButton>}
        {mayRegister && (
          <LinkButton look="go" to="/desk/elders/new">
            登记一位老人
          </LinkButton>
        )}
      </PageHeader>
      <FindBox key={secret || values.q} value={secret || (values.q ?? '')} find={find} />
      <div className="find-filters">
        <FilterBar name="elders" specs={specs} />
      </div>
      <DataList
        name="elders"
        unit="人"
        columns={COLUMNS}
        answer={elders}
        rowKey={row => row.elderId}
        to={row => fill('/desk/elders/:id', { id: row.elderId })}
        empty={
          secret ? (
            <NobodyWithNumber clear={() => find('')} mayRegister={mayRegister} />
          ) : (
            <NothingMatches specs={[SEARCH, ...specs]} what="老人">
              <EmptyState
                icon="person"
                title={`${placeName(currentPost.areaName)}还没有登记老人`}
                acts={mayRegister && <LinkButton to="/desk/elders/new">登记第一位</LinkButton>}
              >
                登记后就出现在这里；已在别的系统里的，可以批量导入。
              </EmptyState>
            </NothingMatches>
          )
        }
      />
    </>
  );
}

function FindBox({ value, find }: { value: string; find: (text: string) => void }) {
  const [text, setText] = useState(value);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    find(text.trim());
  };
  return (
    <search className="no-print">
      <form className="find-people" onSubmit={submit}>
        <input
          className="in"
          type="search"
          name="q"
          aria-label="找人"
          placeholder="如 王秀兰、wxl、清源西里、002X"
          autoComplete="off"
          value={text}
          onChange={event => setText(event.target.value)}
        />
        <Button type="submit" look="ok">
          查找
        </Button>
      </form>
    </search>
  );
}

function NobodyWithNumber({ clear, mayRegister }: { clear: () => void; mayRegister: boolean }) {
  return (
    <EmptyState
      icon="search"
      title="您的辖区里没有人用这个号码"
      acts={
        <>
          <Button size="sm" onClick={clear}>
            换个条件找
          </Button>
          {mayRegister && (
            <LinkButton size="sm" to="/desk/elders/new">
              去登记
            </LinkButton>
          )}
        </>
      }
    >
      别的区可能登记过；登记时会按身份证号在全市查重。
    </EmptyState>
  );
}
