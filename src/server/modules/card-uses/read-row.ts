import { CARD_USE_FIELD_LABELS, CARD_USE_FIELDS, type CardUseField } from '#contracts/card-uses.ts';
import { readDivisions } from '#modules/areas/index.ts';
import { readCell } from '#modules/elders/index.ts';
import { type Mapping, vocabularyOf } from '#platform/tables/headings.ts';
import type { Row } from '#platform/tables/table-file.ts';
import { areaLevel, isInArea } from '#shared/area-codes.ts';
import type { CivilDate } from '#shared/dates.ts';
import { dayWords } from '#shared/dates.ts';
import type { Use } from './db.ts';
import { readFen, typeOf } from './rules.ts';

const SYNONYMS: Record<CardUseField, readonly string[]> = {
  number: ['交易流水号', '流水', '交易编号', '订单号', '交易号'],
  usedOn: ['日期', '交易时间', '刷卡日期', '交易日', '消费日期'],
  card: ['养老助残卡号', '卡片号', '卡编号'],
  merchant: ['商户', '商户名', '商家'],
  type: ['类型', '商户类别', '行业', '消费类型'],
  street: ['街道', '所在街道', '街道（乡镇）', '商户街道', '乡镇'],
  amount: ['金额', '交易金额', '消费金额', '实付金额'],
};
export const WORDS = {
  known: vocabularyOf(CARD_USE_FIELDS.map(field => [field, [CARD_USE_FIELD_LABELS[field], ...SYNONYMS[field]]])),
  remembered: new Map<string, CardUseField | null>(),
};
export type Read = Omit<Use, 'age'> & { card: string };

/** One row, or why it is not taken. */
export function readUse(
  row: Row,
  mapping: Mapping<CardUseField>,
  of: { streetOf: (words: string) => string[]; today: CivilDate },
): Read | string {
  const text = (field: CardUseField): string => row.cells[mapping.indexOf(field)]?.text.trim() ?? '';
  const number = text('number');
  if (!number || number.length > 60 || /E\+/i.test(number)) return '没有流水号，或被表格软件存成了数字';
  const day = readCell('bornOn', row.cells[mapping.indexOf('usedOn')]);
  if (!day || 'fault' in day) return day?.fault.replaceAll('出生', '交易') ?? '没有交易日期';
  const usedOn = String(day.value);
  if (usedOn > of.today) return `交易日期${dayWords(usedOn)}在今天之后`;
  const type = typeOf(text('type'));
  if (!type) return `商户类型“${text('type').slice(0, 20)}”不认识`;
  const fen = readFen(text('amount'));
  if (fen === undefined) return `金额“${text('amount').slice(0, 20)}”读不懂`;
  const streets = of.streetOf(text('street'));
  const [areaCode] = streets;
  if (!areaCode || streets.length > 1)
    return streets.length > 1
      ? `“${text('street')}”不止一个区有，请写区划代码`
      : `“${text('street').slice(0, 20)}”不是本辖区的街道`;
  return { number, usedOn, type, fen, areaCode, merchant: text('merchant').slice(0, 80), card: text('card') };
}

/** Streets of the area by code, by name and by name with the district before it. */
export function streetsOf(area: string): (words: string) => string[] {
  const all = readDivisions();
  const nameOf = new Map(all.map(one => [one.code, one.name]));
  const known = new Map<string, string[]>();
  for (const { code, name } of all.filter(one => areaLevel(one.code) === 'street' && isInArea(one.code, area)))
    for (const words of [code, name, `${nameOf.get(`${code.slice(0, 6)}000000`)}${name}`])
      known.set(words, [...(known.get(words) ?? []), code]);
  return words => known.get(words.replace(/\s/g, '')) ?? [];
}
