import { chineseNumber } from './characters.ts';
import { MEASURE_WORDS, NOT_AMOUNTS, operatorAt, type Quantity } from './operators.ts';

export const HAN = new RegExp(
  `(?<han>[一二两三四五六七八九十百千万亿]{1,9})(?<more>余|多)?(?<unit>${MEASURE_WORDS})`,
  'g',
);
const TENTHS =
  /(?<!第)(?<tenths>[一二三四五六七八九])成(?<half>半)?(?=以[上下内]|左右|的|,|。|;|$|[\u4e00-\u9fff](?<!立|果|员|本|效|就|功|长|年|都|为|分|熟|型|交|绩|不|套|品|人民))/g;
const PERCENT_WORDS = /百分之(?<han>[一二三四五六七八九十百点〇零]+)/g;

const BUILDING =
  /(?:新建成?|建成|建设|建立|新增|增设|设立|设置|打造|培育|培养|培训|评选|创建|改造|完成|引进|配备|举办|招募|新设)(?:了|约|近|至少|不少于)?$/;

/** Units whose Chinese numerals count where 以上 or 以下 follows: 六十周岁以上. */
const BOUNDED = /^(?:岁|周岁|元|人|平方米)$/;

/** Chinese numerals count only with an operator or a verb of building at hand: 构建两种模式 is a structure. */
export function han(match: RegExpMatchArray, shadow: string): Quantity | null {
  const g = match.groups ?? {};
  const start = match.index ?? 0;
  const end = start + match[0].length;
  const numeral = g.han ?? '';
  const before = shadow.slice(Math.max(0, start - 12), start);
  const after = shadow.slice(end);
  const { op, stated } = operatorAt(shadow, start, end);
  if (/[第数几“十百]$/.test(before) || NOT_AMOUNTS.test(after)) return null;
  const floor = stated && /(?:少于|低于|至少|最少|超过|突破|将近|近|约|逾|超|上|过)[^,;。、]{0,2}$/.test(before);
  const above = stated && /^及?以[上内下]/.test(after);
  const upward = /上$/.test(before) && numeral === '万';
  const value = chineseNumber(numeral);
  if (value === undefined) return null;
  const things = /^(?:家|所|处|张|座|个|名|户|支|场|间)$/.test(g.unit ?? '');
  const built =
    things &&
    BUILDING.test(before) &&
    !/^一$/.test(numeral) &&
    !/^(?:模式|体系|机制|主体|中心环节|平台体系)/.test(after);
  if (/^[百千万亿]/.test(numeral) && !floor && !upward) return null;
  if (!floor && !upward && !built && !(above && (things || BOUNDED.test(g.unit ?? '')))) return null;
  return {
    value,
    unit: g.unit ?? '',
    op: upward ? '>' : g.more ? '~' : op,
    start,
    end,
    doubt: '数字以汉字写成',
    stated: floor || upward || above,
  };
}

/** 九成, 百分之五. */
export function wordShares(shadow: string): Quantity[] {
  const found: Quantity[] = [];
  for (const match of shadow.matchAll(TENTHS)) {
    const tenths = chineseNumber(match.groups?.tenths ?? '') ?? 0;
    const end = match.index + match[0].length;
    const { op, stated } = operatorAt(shadow, match.index, end);
    found.push({
      value: tenths * 10 + (match.groups?.half ? 5 : 0),
      unit: '%',
      op,
      start: match.index,
      end,
      doubt: '“成”按十分之一换算',
      stated,
    });
  }
  for (const match of shadow.matchAll(PERCENT_WORDS)) {
    const [whole = '', part = ''] = (match.groups?.han ?? '').split('点');
    const value = chineseNumber(whole);
    if (value === undefined) continue;
    const fraction = [...part].map(sign => chineseNumber(sign) ?? 0).join('');
    const end = match.index + match[0].length;
    const { op, stated } = operatorAt(shadow, match.index, end);
    found.push({
      value: Number(`${value}.${fraction || '0'}`),
      unit: '%',
      op,
      start: match.index,
      end,
      doubt: '数字以汉字写成',
      stated,
    });
  }
  return found;
}
