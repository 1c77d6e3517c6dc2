import type { ParsedUnit } from '#contracts/policies/parsed-document.ts';

type Role = ParsedUnit['role'];
/** A responsibility clause found in a shadow; offsets within it. `units` have offsets within it too. */
export type Responsibility = { start: number; end: number; units: ParsedUnit[]; deadline: string | null };

const SUFFIX =
  '(?:局|委|委员会|办|办公室|部|厅|院|所|中心|公司|集团|街道|办事处|乡镇|镇街|街镇|镇|乡|村|单位|部门|区|县|市|政府|联|联合会|协会|支队|总队|大队|站|社|署|管委会|基地|会|银行|学校|大学|企业|机构)';
const ENDS_AS_UNIT = new RegExp(`${SUFFIX}$`);
const GROUP =
  /^(?:各|有关|相关|全市各|全区各|全县各|其他|其它|市有关|区有关|市各|区各|市级有关|区级有关|市相关|区相关)|成员单位$|^(?:有关|相关)/;
const LABEL_WORD =
  '(?:(?:主要|第一|共同)?责任|总?牵头|主责|主办|主管|主抓|负责|承办|配合|协办|协助|协同|参与|参加|支持|实施)(?:责任)?(?:单位|部门|科室|处室|机构|主体)?(?:及(?:配合|协办|责任)单位)?';
const LABELLED = new RegExp(`(${LABEL_WORD})\\s*:`, 'g');
const TIME_LABEL = /(?:完成|实施|办结)?(?:时限|时间|期限|节点)(?:要求)?\s*:\s*([^;。)\]]+)/;
const BRACKET_LABELLED = new RegExp(`[(\\[]\\s*${LABEL_WORD}\\s*:[^()\\[\\]]*(?:\\([^()]*\\)[^()\\[\\]]*)*[)\\]]`, 'g');
const BRACKET_VERB =
  /[([]([^()[\]。]{2,400}?(?:\([^()]{1,12}\)[^()[\]。]{0,300}?){0,6}(?:负责|牵头|配合|落实|实施|参与|协助)(?:落实)?)(?:[,;]((?:\d{4}年|\d{1,2}月|年底|长期|持续)[^()[\]]{0,20}))?[)\]]/g;
const OWN_LINE = new RegExp(`^\\s*(?:${LABEL_WORD}|(?:完成|实施|办结)?(?:时限|时间|期限)(?:要求)?)\\s*:`);
/** "…。责任单位:甲、乙" at the end of a paragraph, without brackets. */
const CLOSING = new RegExp(`(?<=[。;])\\s*${LABEL_WORD}\\s*:[^()\\[\\]]*$`);
/** "…。甲局牵头,乙局、丙局按职责分工负责。" as the last sentence of a paragraph. */
const SPOKEN = /(?<=。)([^。()[\]]{4,200}(?:\([^()]{1,8}\)[^。()[\]]{0,100}){0,4}(?:负责|配合|牵头|落实))。?$/;
const TAIL =
  /(?:等)?(?:(?:按照?|根据|依据)(?:各自)?(?:职责|职能|职权)?(?:分工)?(?:和要求)?|依职责(?:分工)?|分别|共同|具体|主要)*(?:负责落实|组织实施|抓好落实|负责|牵头|配合|落实|实施|参与|协助|协同)*$/;
const TAIL_ETC = /等(?:(?:有关|相关)?(?:部门|单位))?$/;

/** 牵头, 主责, 主办 name a lead; 配合, 协办, 参与 … a helper; 责任单位 alone says neither. */
function roleOfLabel(label: string): Role {
  if (/牵头|主责|主办|主抓|第一责任|主要责任/.test(label)) return 'lead';
  return /配合|协办|协助|协同|参与|参加|支持/.test(label) && !/责任单位$/.test(label) ? 'cooperating' : null;
}

type Piece = { text: string; start: number };

/** Splits at 和, 及, 与 only where a whole unit stands on the left, so 文化和旅游局 and 发展和改革委 stay whole. */
function splitConjunctions(piece: Piece): Piece[] {
  for (const match of piece.text.matchAll(/以及|会同|和|及|与|暨/g)) {
    const left = piece.text.slice(0, match.index);
    const right = piece.text.slice(match.index + match[0].length);
    const parts =
      left.length >= 2 &&
      ENDS_AS_UNIT.test(left.replace(TAIL_ETC, '')) &&
      (ENDS_AS_UNIT.test(right.replace(TAIL, '').replace(TAIL_ETC, '')) || GROUP.test(right));
    if (!parts || /[的]/.test(left)) continue;
    return [
      { text: left, start: piece.start },
      ...splitConjunctions({ text: right, start: piece.start + match.index + match[0].length }),
    ];
  }
  return [piece];
}

function splitList(text: string, start: number): Piece[] {
  const pieces: Piece[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at <= text.length; at += 1) {
    const sign = text[at] ?? '、';
    if (sign === '(') depth += 1;
    if (sign === ')') depth = Math.max(0, depth - 1);
    if (depth > 0 && at < text.length) continue;
    if (!'、,;/\n \t'.includes(sign) || sign === '') continue;
    pieces.push(...splitConjunctions({ text: text.slice(from, at), start: start + from }));
    from = at + 1;
  }
  return pieces;
}

/** One list entry → unit, with the role its own words give ("甲局牵头", "甲局(牵头)"). */
function unitOf(piece: Piece, role: Role): ParsedUnit | null {
  let name = piece.text;
  const lead = /^\s*(?:由|其中|及|和|以及|会同)?\s*/.exec(name)?.[0].length ?? 0;
  name = name.slice(lead);
  let own = role;
  const marked = /\((牵头|主责|主办|配合|协办)(?:单位|部门)?\)$/.exec(name);
  if (marked) {
    own = roleOfLabel(marked[1] ?? '');
    name = name.slice(0, marked.index);
  }
  const tail = TAIL.exec(name)?.[0] ?? '';
  if (/牵头/.test(tail)) own = 'lead';
  else if (/配合|协助|参与|协同/.test(tail)) own = 'cooperating';
  name = name.slice(0, name.length - tail.length);
  name = name.replace(TAIL_ETC, '').trim();
  if (name === '' || name.length > 40 || /^(?:等|有关|相关)$/.test(name)) return null;
  const start = piece.start + lead;
  const odd = !ENDS_AS_UNIT.test(name) && !GROUP.test(name);
  return {
    name,
    role: own,
    group: GROUP.test(name),
    start,
    end: start + name.length,
    doubt: odd ? '单位名称没有常见的后缀' : null,
  };
}

/** "甲局、乙局配合": the verb at the end of a run belongs to every unit of the run. */
function runRoles(text: string): Role {
  const verb = /(牵头|主责|配合|协助|协办|参与|协同)(?:负责|落实|实施)*$/.exec(text.trim())?.[1];
  return verb ? roleOfLabel(verb) : null;
}

/** Reads a unit list; `label` is the role its label gives. Offsets are `start` + place in `text`. */
export function readUnits(text: string, start: number, label: Role): ParsedUnit[] {
  const units: ParsedUnit[] = [];
  let from = 0;
  for (const run of text.split(
    /(?<=(?:牵头|主责)(?:负责)?)(?!负责|\))[,;、]?|(?<=(?:配合|协助|负责|参与|落实))[,;]|[;。]/,
  )) {
    const at = text.indexOf(run, from);
    from = at + run.length;
    const role = runRoles(run) ?? label;
    for (const piece of splitList(run, start + at)) {
      const unit = unitOf(piece, role);
      if (unit && !units.some(other => other.name === unit.name)) units.push(unit);
    }
  }
  return withHelpers(units);
}

/** Where a clause names a lead, units in it without a word of their own help it. */
function withHelpers(units: ParsedUnit[]): ParsedUnit[] {
  if (!units.some(unit => unit.role === 'lead')) return units;
  return units.map(unit =>
    unit.role === null
      ? { ...unit, role: 'cooperating', doubt: unit.doubt ?? '文中只写明牵头单位，其余按配合处理' }
      : unit,
  );
}

/** The inside of a labelled clause: "牵头单位:甲;配合单位:乙、丙;完成时限:…". */
function readLabelled(inside: string, start: number): { units: ParsedUnit[]; deadline: string | null } {
  const time = TIME_LABEL.exec(inside);
  const plain = time
    ? inside.slice(0, time.index) + ' '.repeat(time[0].length) + inside.slice(time.index + time[0].length)
    : inside;
  const labels = [...plain.matchAll(LABELLED)];
  const units: ParsedUnit[] = [];
  for (const [at, label] of labels.entries()) {
    const from = label.index + label[0].length;
    const list = plain.slice(from, labels[at + 1]?.index ?? plain.length);
    for (const unit of readUnits(list, start + from, roleOfLabel(label[1] ?? '')))
      if (!units.some(other => other.name === unit.name)) units.push(unit);
  }
  return { units, deadline: time?.[1]?.trim() ?? null };
}

const looksLikeUnits = (units: readonly ParsedUnit[]): boolean =>
  units.length > 0 && units.filter(unit => unit.doubt?.startsWith('单位') !== true).length * 2 >= units.length;

/** Every responsibility clause of a paragraph: labelled brackets, "［甲牵头，乙负责］", or a line of its own. */
export function findResponsibilities(shadow: string, offset: number): Responsibility[] {
  const found: Responsibility[] = [];
  if (OWN_LINE.test(shadow) && shadow.length < 1500) {
    return [{ start: offset, end: offset + shadow.length, ...readLabelled(shadow, offset) }];
  }
  const last = Math.max(0, shadow.length - 400);
  const tail = CLOSING.exec(shadow.slice(last));
  if (tail) {
    const start = offset + last + tail.index;
    return [{ start, end: offset + shadow.length, ...readLabelled(tail[0], start) }];
  }
  const spoken = SPOKEN.exec(shadow.slice(last));
  if (spoken?.[1]) {
    const start = offset + last + spoken.index;
    const units = readUnits(spoken[1], start, null);
    if (units.length > 1 && units.every(unit => unit.doubt?.startsWith('单位') !== true))
      return [{ start, end: offset + shadow.length, units, deadline: null }];
  }
  for (const match of shadow.matchAll(BRACKET_LABELLED)) {
    const start = offset + match.index;
    found.push({ start, end: start + match[0].length, ...readLabelled(match[0].slice(0, -1), start) });
  }
  for (const match of shadow.matchAll(BRACKET_VERB)) {
    const start = offset + match.index;
    if (found.some(other => other.start <= start && start < other.end)) continue;
    const units = readUnits(match[1] ?? '', start + 1, null);
    if (looksLikeUnits(units))
      found.push({ start, end: start + match[0].length, units, deadline: match[2]?.replace(/完成$/, '') ?? null });
  }
  return found.sort((a, b) => a.start - b.start);
}
