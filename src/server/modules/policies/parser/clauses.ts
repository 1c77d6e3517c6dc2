/** Half-open range of a clause within a sentence's shadow. */
export type Range = { start: number; end: number };

const STOPS = ',;:。!?\n|';

/** The clause round `at`: to the next stop on either side; a bracket is part of it unless `at` is inside the bracket. */
export function clauseAt(shadow: string, at: number): Range {
  let start = at;
  let depth = 0;
  while (start > 0) {
    const sign = shadow[start - 1] ?? '';
    if (sign === ')' || sign === ']') depth += 1;
    else if (sign === '(' || sign === '[') {
      if (depth === 0) break;
      depth -= 1;
    } else if (depth === 0 && STOPS.includes(sign)) break;
    start -= 1;
  }
  let end = at;
  depth = 0;
  while (end < shadow.length) {
    const sign = shadow[end] ?? '';
    if (sign === '(' || sign === '[') depth += 1;
    else if (sign === ')' || sign === ']') {
      if (depth === 0) break;
      depth -= 1;
    } else if (depth === 0 && STOPS.includes(sign)) break;
    end += 1;
  }
  return { start, end };
}

/** A quote of at most 40 signs round an amount: the whole clause where it fits, else as much as fits, amount inside. */
export function quoteRange(clause: Range, amount: Range, limit = 40): Range {
  if (clause.end - clause.start <= limit) return clause;
  const room = Math.max(0, limit - (amount.end - amount.start));
  const before = Math.min(
    amount.start - clause.start,
    Math.max(room - (clause.end - amount.end), Math.floor(room / 2)),
  );
  const start = amount.start - before;
  return { start, end: Math.min(clause.end, start + limit) };
}

const CUT =
  /已|将|正在|预计|进行|完成(?!率)|未|尽快|开展|参加|参与|提供|实现|享受|拥有|具备|搬|投入|达到?|占|覆盖|的(?:目标|任务|比例)|以上|左右|\(|\)|“|”|、|,|。|;|和|及|与|并|用于|为|纳入|建设任务|开工|报|获|招募|启动|运营(?!商)/;
const LEADING =
  /^(?:\d+\.|每(?:个)?(?:区|街道(?:乡镇)?|乡镇|镇|社区|村|县|年|月|人|份|床|户)|各(?:区|街道|社区|镇)|每年|一是|二是|三是|四是|五是|六是|其中|同时|并|再|全市|全区|全县|全镇|全街道|本市|我市|我区|本区|已有|已|累计|共计?|总计|目前|今年|今年以来|全年|每年|年内|力争|确保|推动|推进|实现|完成|计划|预计|明确|各区|在|对|到|由|有|新建成?|建成并运营|建成|建设|新增|退出|改造提升|改造|运营|链接运营|联合发布|打造|建立|预留|按|培育|培训|选拔培养|评选|开展|提供|设置|设立|增加|达到?|正在|在施|未开工|已完工|开工)+/;
const TRAILING =
  /(?:不少于|不低于|至少|最少|建有|拥有|改造成|建成|不超过|超过|突破|达到|提高到|提升到|提升至|提高至|增加到|增至|达|约|近|为|至|到|共|各|总量|数量|总数|分别)+$/;

const strip = (text: string): string => text.replace(/\d{4}年度?/g, '').replace(/[“”"《》\s]/g, '');

/** What an amount counts: the noun after it ("7家食堂已…"), else the noun before it ("座椅40张"). */
export function subjectOf(shadow: string, clause: Range, amount: Range): string {
  const counted = /(?:不少于|不低于|不超过|超过|突破|达到?|提高到|提升到|提升至|增加到)$/.test(
    shadow.slice(clause.start, amount.start),
  );
  if (counted) {
    const named = nounBefore(shadow, clause, amount);
    if (named.length >= 2 && !/\d/.test(named)) return named;
  }
  const after = strip(
    shadow
      .slice(amount.end, clause.end)
      .replace(/^(?:及?以上|以下|以内|左右)/, '')
      .replace(/^的/, ''),
  );
  const cut = after.search(CUT);
  const noun = (cut < 0 ? after : after.slice(0, cut)).replace(/的$/, '');
  if (noun.length >= 2) return noun.slice(0, 30);
  return nounBefore(shadow, clause, amount);
}

function nounBefore(shadow: string, clause: Range, amount: Range): string {
  let before = strip(shadow.slice(clause.start, amount.start));
  const list = before.split(/[、]|(?<=[^\u4e00-\u9fff])和/);
  before = list.at(-1) ?? before;
  before = before.replace(TRAILING, '').replace(/^\d+[^\u4e00-\u9fff]*/, '');
  return before.replace(LEADING, '').replace(TRAILING, '').slice(-30);
}
