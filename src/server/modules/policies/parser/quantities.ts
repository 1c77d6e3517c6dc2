import type { FactOperator } from '#contracts/policies/parsed-document.ts';
import { chineseNumber, scaledNumber } from './characters.ts';

/** A number with its unit in one sentence's shadow; offsets within it. */
export type Quantity = {
  value: number;
  unit: string;
  op: FactOperator;
  start: number;
  end: number;
  /** Set where the numeral was written in Chinese signs or the operator was inferred. */
  doubt: string | null;
  /** The operator stands in the text at this number (not shared from a list before it). */
  stated: boolean;
};

const MEASURE_WORDS =
  '个百分点|百分点|平方公里|平方米|平米|公里|公顷|人次|人份|户次|例次|省市|学时|课时|小时|分钟|工作日|周岁|%|‰|亩|米|人|名|位|户|家|所|处|个|张|座|间|套|台|辆|条|项|件|份|册|种|类|场|期|次|批|支|队|只|块|篇|对|例|客|单|元|岁|天';
const NUMBER = new RegExp(
  String.raw`(?<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s*(?<more1>余|多)?\s*(?<times>万亿|千万|百万|十万|亿|万|千|百)?\s*(?<more2>余|多)?\s*(?<unit>${MEASURE_WORDS})(?<per>/[个人张床户份次年月季天日客餐例单家所名件套课]+(?:[·.]?[年月天日次])?|每[人张床户份次年月天])?`,
  'g',
);
const HAN = new RegExp(`(?<han>[一二两三四五六七八九十百千万亿]{1,9})(?<more>余|多)?(?<unit>${MEASURE_WORDS})`, 'g');
const TENTHS =
  /(?<!第)(?<tenths>[一二三四五六七八九])成(?<half>半)?(?=以[上下内]|左右|的|,|。|;|$|[\u4e00-\u9fff](?<!立|果|员|本|效|就|功|长|年|都|为|分|熟|型|交|绩|不|套|品|人民))/g;
const PERCENT_WORDS = /百分之(?<han>[一二三四五六七八九十百点〇零]+)/g;

/** Counted things that name a structure or a stretch of time, not an amount anybody must reach. */
const NOT_AMOUNTS =
  /^(?:方面|环节|维度|阶段|步骤|原则|板块|层面|层次|领域|部门|部分|月|季度|小时|工作日|学期|百分|自然日|交易日|文件|字|规划期|五年|年头|附件)/;
const STRUCTURES = /^(?:措施|举措|政策|意见|建议|规定|原则|制度|机制|条款|文件)/;

const BEFORE: readonly { op: FactOperator; words: RegExp }[] = [
  {
    op: '>=',
    words:
      /(?:不少于|不低于|不小于|不得少于|不得低于|不能少于|不能低于|不下于|至少|最少|最低|>=|≥)[^\d,;。、:()]{0,6}$/,
  },
  {
    op: '<=',
    words: /(?:不超过|不高于|不多于|不大于|不得超过|不得高于|不能超过|至多|最多|最高|控制在|<=|≤)[^\d,;。、:()]{0,4}$/,
  },
  { op: '>', words: /(?:超过|突破|多于|高于|大于|超|逾|(?<![通经])过|>)(?:了|到)?$/ },
  { op: '<', words: /(?:少于|低于|小于|不足|不满|未满|不到|<)$/ },
  { op: '~', words: /(?:将近|接近|大约|约为|(?<![签合节预制公违履])约|(?<![最附就邻靠])近|大概)$/ },
];
const AFTER: readonly { op: FactOperator; words: RegExp }[] = [
  { op: '>=', words: /^(?:\(含\)|\(含[^)]{1,6}\))?(?:及其?|或|\(含\))?以上/ },
  { op: '<', words: /^(?:及其?|或)?以下(?!\(含)/ },
  { op: '<=', words: /^(?:以内|之内|以下\(含)/ },
  { op: '~', words: /^(?:左右|上下)/ },
  // "办3所各不少于80人": a floor for the size of each makes the count a floor too.
  { op: '>=', words: /^各?不(?:少|低)于\d/ },
];

function operatorAt(shadow: string, start: number, end: number): { op: FactOperator; stated: boolean } {
  const before = shadow.slice(Math.max(0, start - 16), start);
  const after = shadow.slice(end, end + 12);
  for (const { op, words } of AFTER) if (words.test(after)) return { op, stated: true };
  for (const { op, words } of BEFORE) if (words.test(before)) return { op, stated: true };
  return { op: '=', stated: false };
}

/** Places no amount may be read from: titles in 《》, document numbers, clock times, sums such as 3+1, short “names”. */
function forbiddenZones(shadow: string): [number, number][] {
  const zones: [number, number][] = [];
  const rules = [
    /《[^》]*》?/g,
    /[([][12]\d{3}[)\]]\s*\d+\s*号/g,
    /\d{1,2}:\d{2}(?:\s*[-—~至]\s*\d{1,2}:\d{2})?/g,
    /\d+\s*[+×x*]\s*\d+(?:\s*[+×x*]\s*\d+)*/g,
    /\d+\s*[+×x*]\s*[A-Za-z]+|[A-Za-z]+\s*[+×x*]?\s*\d+/g,
    /“[^”]{1,10}”/g,
    /第\s*[\d一二三四五六七八九十百]+(?:[、,和至-]\s*第?[\d一二三四五六七八九十百]+)*\s*[\u4e00-\u9fff]/g,
    /\d{3,4}-\d{7,8}|1[3-9]\d{9}|\d{5,}(?=[^\d万亿%]{0,6}热线)/g,
  ];
  for (const rule of rules)
    for (const match of shadow.matchAll(rule)) zones.push([match.index, match.index + match[0].length]);
  return zones;
}

function arabic(match: RegExpMatchArray, shadow: string): Quantity | null {
  const g = match.groups ?? {};
  const start = match.index ?? 0;
  const previous = shadow[start - 1] ?? '';
  if (/[\d.+×A-Za-z第#№/]/.test(previous)) return null;
  const end = start + match[0].length;
  const after = shadow.slice(end);
  const unit = g.unit ?? '';
  if (NOT_AMOUNTS.test(after) && /^(?:个|项|条|类)$/.test(unit)) return null;
  if (/^[条项]$/.test(unit) && STRUCTURES.test(after)) return null;
  if (unit === '天' && /^(?:内|以内)/.test(after)) return null;
  if (unit === '次' && /^(?:会议|全会|全体|常务|联席|例会|党组|专题会)/.test(after)) return null;
  if (unit === '人' && /^(?:民|口|才|员|力|工)/.test(after)) return null;
  if (unit === '位' && /^(?:一体|置|列)/.test(after)) return null;
  if (unit === '家' && /^(?:庭|属)/.test(after)) return null;
  const { op, stated } = operatorAt(shadow, start, end);
  // Hours and metres are amounts only under a stated limit: 24小时值班 is a name, 不少于2小时 a duty.
  if (/^(?:小时|分钟|工作日|天|学时|课时|米)$/.test(unit) && !(stated && !/^(?:以|之)内/.test(after))) return null;
  const vague = Boolean(g.more1 || g.more2);
  const value = scaledNumber(g.digits ?? '0', g.times ?? '');
  const per = (g.per ?? '').replace(/^每/, '/');
  return {
    value,
    unit: `${unit}${per}`,
    op: vague && !stated ? '~' : op,
    start,
    end,
    doubt: null,
    stated: stated || vague,
  };
}

/** "3至5家" is at least 3 and at most 5. */
function ranged(upper: Quantity, shadow: string): Quantity[] {
  const match = /(\d+(?:\.\d+)?)\s*(万|亿|千|百|%)?\s*(?:-{1,2}|—{1,2}|–|~|至|到)\s*$/.exec(
    shadow.slice(Math.max(0, upper.start - 16), upper.start),
  );
  if (!match?.[1]) return [upper];
  const start = upper.start - match[0].length;
  if (/[\d年月日第.]/.test(shadow[start - 1] ?? '')) return [upper];
  const written = /^[\d.,]+\s*(万亿|千万|百万|十万|亿|万|千|百)?/.exec(shadow.slice(upper.start, upper.end))?.[1];
  const value = scaledNumber(match[1], match[2] && match[2] !== '%' ? match[2] : (written ?? ''));
  const both = { ...upper, start, stated: true };
  return value < upper.value
    ? [
        { ...both, value, op: '>=' },
        { ...both, op: '<=' },
      ]
    : [upper];
}

const BUILDING =
  /(?:新建成?|建成|建设|建立|新增|增设|设立|设置|打造|培育|培养|培训|评选|创建|改造|完成|引进|配备|举办|招募|新设)(?:了|约|近|至少|不少于)?$/;

/** Chinese numerals count only with an operator or a verb of building at hand: 构建两种模式 is a structure. */
function han(match: RegExpMatchArray, shadow: string): Quantity | null {
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
  if (!floor && !upward && !built && !(above && things)) return null;
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

function wordShares(shadow: string): Quantity[] {
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

/** Between two members of a list: 、 or 和 and no other stop. */
export const LIST_GAP = /^[^,;。\d:()]{0,24}?(?:、|和|及|以及|与)[^,;。\d:()]{0,12}$/;

/** Later members of a list take the operator said once before it: "不少于3000名甲、200名乙". */
function shareOperators(shadow: string, found: Quantity[]): void {
  for (const [at, quantity] of found.entries()) {
    const before = found[at - 1];
    if (!before || quantity.stated || before.op === '=' || before.op === '~') continue;
    if (before.unit.split('/')[0] !== quantity.unit.split('/')[0]) continue;
    if (
      LIST_GAP.test(shadow.slice(before.end, quantity.start)) &&
      !/(?:以上|以下|以内)/.test(shadow.slice(before.end, before.end + 4))
    ) {
      quantity.op = before.op;
      quantity.stated = true;
      quantity.doubt ??= '运算符取自并列的前一项';
    }
  }
}

/** All amounts of one sentence's shadow, in order. Dates, ordinals, document numbers and names are left out. */
export function findQuantities(shadow: string): Quantity[] {
  const zones = forbiddenZones(shadow);
  const free = (q: Quantity): boolean => !zones.some(([from, to]) => q.start < to && q.end > from);
  const found: Quantity[] = [];
  for (const match of shadow.matchAll(NUMBER)) {
    const quantity = arabic(match, shadow);
    if (quantity && free(quantity)) found.push(...ranged(quantity, shadow));
  }
  for (const match of shadow.matchAll(HAN)) {
    const quantity = han(match, shadow);
    if (quantity && free(quantity) && !found.some(q => q.start < quantity.end && quantity.start < q.end))
      found.push(quantity);
  }
  for (const share of wordShares(shadow)) if (free(share)) found.push(share);
  found.sort((a, b) => a.start - b.start);
  shareOperators(shadow, found);
  return found;
}
