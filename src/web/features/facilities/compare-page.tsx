import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { type NearPlace, searchPlaces } from '#contracts/public-facilities.ts';
import { useQueryOf } from '../../api.ts';
import { useBusinessDate } from '../../session.ts';
import { LinkButton, TextLink } from '../../ui/button.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState, Loaded } from '../../ui/states.tsx';
import { CAPACITY_NOTE, priceWords, starWords, vacancyWords } from './place-words.ts';
import './places.css';

/** Up to four places side by side: the cheapest and the emptiest are named, not only coloured. */
export default function ComparePage() {
  const [params] = useSearchParams();
  const ids = params.get('ids') ?? '';
  const places = useQueryOf(searchPlaces, { query: { ids, limit: 4 } }, { enabled: ids !== '' });
  return (
    <div className="pub-in pub-page">
      <PageHeader title="比较价格和服务" trail={[{ title: '找服务', to: '/' }]} facts={[CAPACITY_NOTE]} />
      {ids === '' ? (
        <Nothing />
      ) : (
        <Loaded of={places} rows={6}>
          {data => (data.rows.length > 0 ? <Side rows={data.rows} /> : <Nothing />)}
        </Loaded>
      )}
    </div>
  );
}

const Nothing = () => (
  <EmptyState title="还没有选要比较的机构" acts={<LinkButton to="/">去选机构</LinkButton>}>
    在列表里勾上“比较”，选两家到四家。
  </EmptyState>
);

function Side({ rows }: { rows: readonly NearPlace[] }) {
  const today = useBusinessDate();
  const cheapest = Math.min(...rows.flatMap(r => r.prices[0]?.lowFen ?? []));
  const emptiest = Math.max(0, ...rows.map(r => r.vacancy?.freeBeds ?? 0));
  const lines: { name: string; of: (place: NearPlace) => ReactNode; best?: (place: NearPlace) => string | null }[] = [
    {
      name: '每月收费',
      of: p => {
        const price = priceWords(p);
        return price ? `${price.text} ${price.unit}` : '没有公布，请打电话问';
      },
      best: p => (rows.length > 1 && p.prices[0]?.lowFen === cheapest ? '最低' : null),
    },
    { name: '包括', of: p => priceWords(p)?.item ?? '—' },
    {
      name: '空床',
      of: p => {
        const words = vacancyWords(p, today);
        return words ? `${words.text}，${words.note}` : '—';
      },
      best: p => (emptiest > 0 && p.vacancy?.freeBeds === emptiest ? '空床最多' : null),
    },
    { name: '床位', of: p => (p.beds > 0 ? `${p.beds}张，护理型${p.nursingBeds}张` : '—') },
    { name: '星级', of: p => starWords(p.star) ?? '没有评星' },
    { name: '性质', of: p => p.ownership ?? '—' },
    { name: '运营方', of: p => p.operatorName ?? '—' },
    { name: '在哪里', of: p => p.where },
    { name: '电话', of: p => (p.phone ? <a href={`tel:${p.phone}`}>{p.phone}</a> : <a href="tel:12345">12345</a>) },
    { name: '窗口', of: p => `${p.counter.name}，${p.counter.hours}` },
  ];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard
    <section className="tbl-wrap" tabIndex={0} aria-label="比较">
      <table className="tbl compare-table">
        <caption className="visually-hidden">{rows.length}家机构的价格和服务</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">项目</span>
            </th>
            {rows.map(p => (
              <th key={p.id} scope="col">
                <TextLink to={`/places/${p.id}`}>{p.name}</TextLink>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(line => (
            <tr key={line.name}>
              <th scope="row">{line.name}</th>
              {rows.map(p => {
                const best = line.best?.(p);
                return (
                  <td key={p.id} className={best ? 'best' : undefined}>
                    {line.of(p)}
                    {best && <span className="row-note">{best}</span>}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
