import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { listAlarms } from '#contracts/alarms.ts';
import { listElders } from '#contracts/elders/find.ts';
import { ELDER_STATUS_LABELS } from '#contracts/elders.ts';
import { listFacilities } from '#contracts/facilities.ts';
import { FACILITY_KIND_LABELS, FACILITY_STATUS_LABELS } from '#contracts/facility-nouns.ts';
import { listOrders } from '#contracts/orders.ts';
import { holdsPersonNumber } from '#shared/person-number.ts';
import { readRecordNumber } from '#shared/record-number.ts';
import { type ApiError, useQueryOf } from '../../api.ts';
import { fill } from '../../paths.ts';
import type { Screen } from '../../screen.ts';
import { TextLink } from '../../ui/button.tsx';
import { Facts } from '../../ui/marks.tsx';
import { SectionHead } from '../../ui/page-header.tsx';
import { Loaded } from '../../ui/states.tsx';
import { countWords } from '../../ui/words.ts';

const SHOWN = 8;

type Hit = { key: string; to: string; name: string; facts: readonly ReactNode[] };
type Found = { rows: readonly Hit[]; total: number | null };
type GroupProps<T> = {
  title: string;
  unit: string;
  answer: { data: T | undefined; error: ApiError | null; refetch: () => unknown };
  found: (data: T) => Found;
  /** The list with everything, for more than fits here. */
  all?: string;
};

function Group<T>({ title, unit, answer, found, all }: GroupProps<T>) {
  const counted = answer.data !== undefined ? found(answer.data).total : null;
  return (
    <section>
      <SectionHead title={title} note={counted === null ? undefined : `${countWords(counted)}${unit}`}>
        {all && counted !== null && counted > SHOWN && (
          <TextLink small to={all}>
            看全部
          </TextLink>
        )}
      </SectionHead>
      <Loaded of={answer} rows={2}>
        {data => <Hits rows={found(data).rows} none={`没有找到${title}`} />}
      </Loaded>
    </section>
  );
}

function Hits({ rows, none }: { rows: readonly Hit[]; none: string }) {
  if (rows.length === 0) return <p className="sm mute">{none}</p>;
  return (
    <ul className="hit-list">
      {rows.map(row => (
        <li key={row.key}>
          <Link className="hit" to={row.to}>
            <b>{row.name}</b>
            <span className="sm soft">
              <Facts items={row.facts} />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

export function ElderHits({ q }: { q: string }) {
  const answer = useQueryOf(listElders, { query: { q, limit: SHOWN } });
  const found = (data: NonNullable<typeof answer.data>): Found => ({
    total: data.total,
    rows: data.rows.map(row => ({
      key: row.elderId,
      to: fill('/desk/elders/:id', { id: row.elderId }),
      name: row.name,
      facts: [
        `${row.age}岁，${row.sex}`,
        row.areaName.replace(/居委会$/, ''),
        [row.road, row.compound].filter(Boolean).join(' '),
        row.tags.map(tag => tag.label).join('、'),
        row.status === 'active' ? null : ELDER_STATUS_LABELS[row.status],
      ],
    })),
  });
  const all = holdsPersonNumber(q) ? undefined : `/desk/elders?q=${encodeURIComponent(q)}`;
  return <Group title="老年人" unit="人" answer={answer} found={found} {...(all && { all })} />;
}

export function FacilityHits({ q }: { q: string }) {
  const answer = useQueryOf(listFacilities, { query: { q, limit: SHOWN } });
  const found = (data: NonNullable<typeof answer.data>): Found => ({
    total: data.total,
    rows: data.rows.map(row => ({
      key: row.id,
      to: fill('/desk/facilities/:id', { id: row.id }),
      name: row.name,
      facts: [FACILITY_KIND_LABELS[row.kind], FACILITY_STATUS_LABELS[row.status], row.areaName],
    })),
  });
  return (
    <Group title="设施" unit="处" answer={answer} found={found} all={`/desk/facilities?q=${encodeURIComponent(q)}`} />
  );
}

/** One record by its number. */
export function NumberHits({ q }: { q: string }) {
  return readRecordNumber(q)?.kind === 'GJ' ? <AlarmHits q={q} /> : <OrderHits q={q} />;
}

function OrderHits({ q }: { q: string }) {
  const answer = useQueryOf(listOrders, { query: { number: q, limit: SHOWN } });
  const found = (data: NonNullable<typeof answer.data>): Found => ({
    total: data.rows.length,
    rows: data.rows.map(row => ({
      key: row.id,
      to: fill('/desk/orders/:id', { id: row.id }),
      name: row.number,
      facts: [row.itemName, row.elderName],
    })),
  });
  return <Group title="服务单" unit="张" answer={answer} found={found} />;
}

function AlarmHits({ q }: { q: string }) {
  const answer = useQueryOf(listAlarms, { query: { number: q, scope: 'all' as const, limit: SHOWN } });
  const found = (data: NonNullable<typeof answer.data>): Found => ({
    total: data.rows.length,
    rows: data.rows.map(row => ({
      key: row.id,
      to: fill('/desk/alarms/:id', { id: row.id }),
      name: row.number,
      facts: [row.title, row.person.name, row.areaName],
    })),
  });
  return <Group title="告警" unit="件" answer={answer} found={found} />;
}

export function ScreenHits({ screens }: { screens: readonly Screen[] }) {
  return (
    <section>
      <SectionHead title="页面" note={`${screens.length}个`} />
      <Hits
        rows={screens.map(screen => ({ key: screen.path, to: screen.path, name: screen.title, facts: [] }))}
        none="没有找到页面"
      />
    </section>
  );
}
