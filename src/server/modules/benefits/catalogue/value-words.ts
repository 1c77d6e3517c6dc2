import { fenToYuanText } from '#shared/money.ts';

/** A parameter's value as an officer would say it; `分/人·月` is written in yuan. */
export function valueWords(value: unknown, unit: string): string[] {
  if (value === null) return ['没有查到，由区里定'];
  if (typeof value === 'boolean') return [value ? '是' : '否'];
  if (typeof value === 'number') return [numberWords(value, unit)];
  if (!Array.isArray(value)) return [String(value)];
  if (value.length === 0) return ['没有查到'];
  if (value.some(each => typeof each !== 'object')) return [value.join('、')];
  return value.map((each: { nameZh?: string; amountFen?: number | null }) => {
    const name = each.nameZh ?? '';
    if (each.amountFen === undefined) return name;
    return `${name}：${each.amountFen === null ? '没有查到' : numberWords(each.amountFen, unit)}`;
  });
}

function numberWords(value: number, unit: string): string {
  if (unit.startsWith('分')) return `${fenToYuanText(value)}元${unit.slice(1)}`;
  // “6月” would read as June.
  return `${value}${unit === '月' ? '个月' : unit}`;
}
