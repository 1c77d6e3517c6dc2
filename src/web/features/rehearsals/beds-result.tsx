import { Link } from 'react-router';
import { type BedArea, type BedYear, readBedAreas } from '#contracts/rehearsals/beds.ts';
import type { Rehearsal } from '#contracts/rehearsals/result.ts';
import { monthWords } from '#shared/dates.ts';
import { fenToYuanText } from '#shared/money.ts';
import { useQueryOf } from '../../api.ts';
import { fill } from '../../paths.ts';
import { LinkButton } from '../../ui/button.tsx';
import { useFilters } from '../../ui/filter-bar.tsx';
import { SectionHead } from '../../ui/page-header.tsx';
import { Table } from '../../ui/record-parts.tsx';
import { Loaded } from '../../ui/states.tsx';
import { countWords } from '../../ui/words.ts';
import { signedYuan } from './rehearsal-words.ts';

/** 补床头 → 补人头: year by year, then area by area down to the institutions. */
export function BedsResult({ rehearsal }: { rehearsal: Rehearsal }) {
  const change = rehearsal.result?.beds;
  if (!change || change.month === null) return null;
  return (
    <>
      <Years years={change.years} />
      <Areas rehearsal={rehearsal} month={change.month} />
    </>
  );
}

const YEARS = [
  { key: 'year', title: '过渡' },
  { key: 'rule', title: '各发全额的' },
  { key: 'bed', title: '按床位（元）', number: true },
  { key: 'person', title: '按人头（元）', number: true },
  { key: 'share', title: '补人头占', number: true },
  { key: 'more', title: '比不改多花（元）', number: true },
] as const;

const Years = ({ years }: { years: readonly BedYear[] }) => (
  <section>
    <SectionHead title="一年一年怎么过渡" note="人、床位、能力等级都当不变" />
    <Table caption="一年一年怎么过渡" columns={YEARS}>
      {years.map(year => (
        <tr key={year.year}>
          <td>
            第{year.year}年
            <span className="row-note">
              {monthWords(year.from)}至{monthWords(year.to)}
            </span>
          </td>
          <td data-rule>
            床位{year.bedPercent}%，人头{year.personPercent}%
          </td>
          <td className="num">{fenToYuanText(year.bedFen)}</td>
          <td className="num">{fenToYuanText(year.personFen)}</td>
          <td className="num">{year.personPerMille === null ? '' : `${year.personPerMille / 10}%`}</td>
          <td className="num">{signedYuan(year.bedFen + year.personFen - year.nowFen)}</td>
        </tr>
      ))}
    </Table>
  </section>
);

function Areas({ rehearsal, month }: { rehearsal: Rehearsal; month: string }) {
  const { values, set } = useFilters();
  const { area } = values;
  const { id } = rehearsal;
  const answer = useQueryOf(readBedAreas, { params: { id }, query: { ...(area && { area }) } });
  const isCity = rehearsal.areaCode.endsWith('0000000000') && !area;
  const places = fill('/desk/rehearsals/:id/places', { id });
  return (
    <section>
      <SectionHead
        title={isCity ? '各区每月多少' : '各街道（乡镇）每月多少'}
        note={`${monthWords(month)}的入住；每个数都是下面各家机构的和`}
      >
        <LinkButton size="sm" to={area ? `${places}?area=${area}` : places}>
          各机构
        </LinkButton>
      </SectionHead>
      {area && (
        <p>
          <button type="button" className="link sm" onClick={() => set('area', '')}>
            回到全部
          </button>
        </p>
      )}
      <Loaded of={answer} rows={4}>
        {({ rows, total }) => (
          <Table caption="每月多少" columns={columnsOf(isCity, total.yearFen.length)} tall>
            {rows.map(row => (
              <AreaRow
                key={row.areaCode}
                row={row}
                id={id}
                open={isCity ? () => set('area', row.areaCode) : undefined}
              />
            ))}
            {rows.length > 1 && <AreaRow row={{ ...total, areaName: `${total.areaName}合计` }} id={id} />}
          </Table>
        )}
      </Loaded>
    </section>
  );
}

const columnsOf = (isCity: boolean, years: number) => [
  { key: 'area', title: isCity ? '区' : '街道（乡镇）' },
  { key: 'places', title: '机构', number: true },
  { key: 'beds', title: '床位', number: true },
  { key: 'residents', title: '入住', number: true },
  { key: 'counted', title: '计入', number: true },
  { key: 'unassessed', title: '没有有效评估', number: true },
  { key: 'bed', title: '全按床位（元）', number: true },
  ...Array.from({ length: years }, (_, at) => ({ key: `year-${at}`, title: `第${at + 1}年（元）`, number: true })),
  { key: 'person', title: '全按人头（元）', number: true },
  { key: 'effect', title: '变多、变少（家）', number: true },
];

function AreaRow({ row, id, open }: { row: BedArea; id: string; open?: (() => void) | undefined }) {
  const residents = `${fill('/desk/rehearsals/:id/residents', { id })}?area=${row.areaCode}`;
  return (
    <tr>
      <td>
        {open ? (
          <button type="button" className="link" onClick={open}>
            {row.areaName}
          </button>
        ) : (
          <Link className="opens" to={`${fill('/desk/rehearsals/:id/places', { id })}?area=${row.areaCode}`}>
            {row.areaName}
          </Link>
        )}
      </td>
      <td className="num">{countWords(row.places)}</td>
      <td className="num">{countWords(row.beds)}</td>
      <Opens count={row.residents} to={residents} what={`${row.areaName}入住`} />
      <Opens count={row.counted} to={`${residents}&standing=counted`} what={`${row.areaName}计入`} />
      <Opens count={row.unassessed} to={`${residents}&standing=unassessed`} what={`${row.areaName}没有有效评估`} />
      <td className="num">{fenToYuanText(row.bedFen)}</td>
      {row.yearFen.map((fen, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the years stand in their order
        <td key={at} className="num">
          {fenToYuanText(fen)}
        </td>
      ))}
      <td className="num">{fenToYuanText(row.personFen)}</td>
      <td className="num">
        {countWords(row.morePlaces)}、{countWords(row.lessPlaces)}
      </td>
    </tr>
  );
}

const Opens = ({ count, to, what }: { count: number; to: string; what: string }) => (
  <td className="num">
    {count > 0 ? (
      <Link className="opens" to={to}>
        {countWords(count)}
        <span className="visually-hidden">人：{what}</span>
      </Link>
    ) : (
      countWords(count)
    )}
  </td>
);
