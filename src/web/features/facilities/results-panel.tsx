import { useState } from 'react';
import { FACILITY_KIND_LABELS } from '#contracts/facility-nouns.ts';
import { Button, LinkButton, TextButton } from '../../ui/button.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx';
import { countWords } from '../../ui/words.ts';
import { PlaceMap } from './place-map.tsx';
import { PlaceRow } from './place-row.tsx';
import { CAPACITY_NOTE, metresWords } from './place-words.ts';
import { usePlaceCounts, usePlaces, useSearch, WITHIN_METRES } from './use-search.ts';
import './places.css';

const OWNERSHIPS = ['公办', '公建民营', '民办'] as const;
const MOST = 4;

/** List and map of the same places; up to four may be compared. */
export default function ResultsPanel() {
  const { kind, value } = useSearch();
  const places = usePlaces();
  const near = usePlaceCounts().data?.near ?? null;
  const [active, setActive] = useState<string | null>(null);
  const chosen = value('compare').split(',').filter(Boolean);
  const { rows } = places;
  return (
    <div className="places">
      <section className="places-list" aria-label={`${FACILITY_KIND_LABELS[kind]}列表`}>
        <Filters total={places.total} />
        {places.error ? (
          <ErrorState error={places.error} retry={places.retry} kept="找的条件都还在" />
        ) : !rows ? (
          <Skeleton rows={5} />
        ) : rows.length === 0 ? (
          <Nothing />
        ) : (
          <ul className="place-rows">
            {rows.map(place => (
              <PlaceRow
                key={place.id}
                place={place}
                active={active === place.id}
                point={() => setActive(place.id)}
                compare={<Compare id={place.id} chosen={chosen} name={place.name} />}
              />
            ))}
          </ul>
        )}
        {places.hasMore && (
          <div className="list-bar">
            <Button busy={places.loadingMore} onClick={places.loadMore}>
              再列一些
            </Button>
            <span className="sm mute">已列出{countWords(rows?.length ?? 0)}家</span>
          </div>
        )}
        <CompareBar chosen={chosen} />
      </section>
      <PlaceMap near={near} rows={rows ?? []} active={active} point={setActive} />
    </div>
  );
}

function Filters({ total }: { total: number | null }) {
  const { kind, placed, wide, value, change } = useSearch();
  const beds = kind === 'institution';
  const where =
    placed && !wide ? `${metresWords(WITHIN_METRES).replace('.0', '')}内` : placed ? '全市由近到远' : '全市';
  const pill = (label: string, on: boolean, next: Readonly<Record<string, string>>) => (
    <button key={label} type="button" className="pill" aria-pressed={on} onClick={() => change(next)}>
      {label}
    </button>
  );
  return (
    <div className="places-bar">
      <h2 className="count">
        <span role="status">
          {where} <b>{total === null ? '…' : countWords(total)}</b> 家{FACILITY_KIND_LABELS[kind]}
        </span>
      </h2>
      {beds && pill('有空床', value('free') === '1', { free: value('free') === '1' ? '' : '1' })}
      {beds && OWNERSHIPS.map(own => pill(own, value('own') === own, { own: value('own') === own ? '' : own }))}
      {placed && (
        <TextButton onClick={() => change({ within: wide ? '' : 'all' })}>{wide ? '只看3公里内' : '看全市'}</TextButton>
      )}
    </div>
  );
}

function Nothing() {
  const { kind, placed, wide, value, change } = useSearch();
  const narrowed = ['q', 'free', 'own', 'max'].filter(name => value(name));
  return (
    <EmptyState
      icon="place"
      title={`这里没有找到${value('q') ? `名称里有“${value('q')}”的` : ''}${FACILITY_KIND_LABELS[kind]}`}
      acts={
        <>
          {narrowed.length > 0 && (
            <Button onClick={() => change(Object.fromEntries(narrowed.map(name => [name, ''])))}>去掉条件再找</Button>
          )}
          {placed && !wide && <Button onClick={() => change({ within: 'all' })}>看全市由近到远</Button>}
        </>
      }
    >
      也可以打12345，请话务员帮您找。
    </EmptyState>
  );
}

function Compare({ id, name, chosen }: { id: string; name: string; chosen: readonly string[] }) {
  const { change } = useSearch();
  const on = chosen.includes(id);
  const next = on ? chosen.filter(c => c !== id) : [...chosen, id];
  return (
    <label className="tick compare">
      <input
        type="checkbox"
        checked={on}
        disabled={!on && chosen.length >= MOST}
        onChange={() => change({ compare: next.join(',') })}
      />
      比较<span className="visually-hidden">{name}</span>
    </label>
  );
}

function CompareBar({ chosen }: { chosen: readonly string[] }) {
  return (
    <div className="compare-bar">
      {chosen.length > 0 && (
        <>
          <span>
            已选{chosen.length}家{chosen.length === MOST && '，一次最多比较四家'}
          </span>
          {chosen.length > 1 ? (
            <LinkButton to={`/places/compare?ids=${chosen.join(',')}`}>比较价格和服务</LinkButton>
          ) : (
            <span className="sm mute">再选一家就能比较</span>
          )}
        </>
      )}
      <span className="xs mute note-line">{CAPACITY_NOTE}</span>
    </div>
  );
}
