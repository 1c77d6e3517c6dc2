import type { ReviewItem, ReviewValue } from '#contracts/policies/documents.ts';
import { dayWords } from '#shared/dates.ts';
import { FactList } from '../../ui/record-parts.tsx';
import { OPERATORS } from './groups.ts';
import { useIndicators } from './use-indicators.ts';

const ROLE_WORDS = { lead: '牵头', cooperating: '配合' } as const;

/** The value as decided, or as the machine proposes it. */
export function ItemValue({ item }: { item: ReviewItem }) {
  const value = item.decided ?? item.proposed;
  if (item.kind === 'units') return <Units value={value} />;
  if (item.kind === 'target') return <Target value={value} />;
  if (item.kind === 'figure') return <Figure value={value} />;
  if (item.kind === 'header') return <Header value={value} />;
  if (item.kind === 'measure') return <p className="quote">{(value as ReviewValue<'measure'>).title}</p>;
  const { task, items } = value as ReviewValue<'progress'>;
  return (
    <>
      <p className="quote">{task}</p>
      <p className="sm mute">{`进展 ${items.length} 项`}</p>
    </>
  );
}

function Units({ value }: { value: ReviewValue<'units'> }) {
  if (value.units.length === 0) return <p className="sm">没有写责任单位</p>;
  return (
    <ul className="units">
      {value.units.map(unit => (
        <li key={unit.name}>
          {unit.role && <b>{ROLE_WORDS[unit.role]}</b>}
          {unit.name}
          {unit.group && <i>入账时展开为在册的每一个</i>}
        </li>
      ))}
    </ul>
  );
}

const said = (value: { op?: keyof typeof OPERATORS; value: number; unit: string }): string =>
  `${value.op ? OPERATORS[value.op] : ''} ${value.value.toLocaleString('zh-CN')} ${value.unit}`;

function Target({ value }: { value: ReviewValue<'target'> }) {
  const { nameOf } = useIndicators();
  return (
    <>
      <p className="quote">{value.quote}</p>
      <FactList
        items={[
          ['要求', said(value)],
          ['时限', value.deadline ?? '原文没写'],
          ['指标', value.indicatorCode ? nameOf(value.indicatorCode) : '没有对应的指标，由单位填报'],
        ]}
      />
    </>
  );
}

function Figure({ value }: { value: ReviewValue<'figure'> }) {
  const { nameOf } = useIndicators();
  return (
    <>
      <p className="quote">{value.quote}</p>
      <FactList
        items={[
          ['数', said(value)],
          ['截至', value.asOf ?? '原文没写'],
          ['以后', value.indicatorCode ? `按指标“${nameOf(value.indicatorCode)}”从记录里算` : '由单位在进展里填写'],
        ]}
      />
    </>
  );
}

function Header({ value }: { value: ReviewValue<'header'> }) {
  return (
    <FactList
      items={[
        ['标题', value.title || '没有读到'],
        ['发文', value.issuers.join('、') || '没有写明'],
        ['文号', value.documentNumber ?? '没有写明'],
        ['日期', dayWords(value.issuedOn) || '没有写明'],
        ['期次', value.period ?? '不是进展情况表就不用填'],
      ]}
    />
  );
}
