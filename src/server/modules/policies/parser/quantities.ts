import { scaledNumber } from './characters.ts';
import { HAN, han, wordShares } from './han-quantities.ts';
import { MEASURE_WORDS, NOT_AMOUNTS, operatorAt, type Quantity } from './operators.ts';

export type { Quantity } from './operators.ts';

const NUMBER = new RegExp(
  String.raw`(?<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s*(?<more1>余|多)?\s*(?<times>万亿|千万|百万|十万|亿|万|千|百)?\s*(?<more2>余|多)?\s*(?<unit>${MEASURE_WORDS})(?<per>/[个人张床户份次年月季天日客餐例单家所名件套课]+(?:[·.]?[年月天日次])?|每[人张床户份次年月天])?`,
  'g',
);
const STRUCTURES = /^(?:措施|举措|政策|意见|建议|规定|原则|制度|机制|条款|文件)/;

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
  if (unit === '部' && /^(?:门|委|分|队|署|级|长|位)/.test(after)) return null;
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

/** "60岁至79岁" with the unit said twice: from the one to the other; "由3%到5%" is a change, not a range. */
function shareRanges(shadow: string, found: Quantity[]): void {
  for (const [at, upper] of found.entries()) {
    const lower = found[at - 1];
    if (!lower || lower.unit !== upper.unit || lower.value >= upper.value || lower.stated || upper.stated) continue;
    if (
      !/^(?:至|到|-|—|~)$/.test(shadow.slice(lower.end, upper.start)) ||
      /[由从]/.test(shadow.slice(Math.max(0, lower.start - 20), lower.start))
    )
      continue;
    Object.assign(lower, { op: '>=', stated: true });
    Object.assign(upper, { op: '<=', stated: true });
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
  shareRanges(shadow, found);
  shareOperators(shadow, found);
  return found;
}
