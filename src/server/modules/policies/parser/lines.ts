import { shadowOf } from './characters.ts';
import { civilDateOf } from './dates.ts';
import { isNoise } from './noise.ts';

/** One paragraph of the normalised text: `start`/`end` are offsets into it; `shadow` has the same length as `text`. */
export type Line = { text: string; shadow: string; start: number; end: number };
export type NormalisedText = { text: string; lines: Line[] };

const TERMINAL = /[。!?;:！？；：][”’」』)\]）】］]*$/;
const NUMBERING =
  /^(?:第[一二三四五六七八九十百]+[章节条]|[一二三四五六七八九十]{1,3}\s*[、.．]|\([一二三四五六七八九十]{1,3}\)|\d{1,3}\s*[.、．](?!\d)|\d{1,2}\.(?=\d{4}年)|\(\d{1,3}\)|[①-⑳]|[-•·●■◆]\s)/;
const LABEL =
  /^[([]?\s*(?:责任|牵头|配合|主责|负责|协办|主办|承办|完成|实施|参与)(?:单位|部门|科室|处室|时限|时间|期限|主体)?\s*[:：]/;
const STARTS_BLOCK =
  /^(?:附件|附表|附录)\s*\d*\s*[:：]?|^序号|^抄送|^主送|^(?:索引号|发布机构|发文机关|成文日期|发文日期|发布日期|有效性|文号|发文字号|主题分类|主题词|来源|填报单位|填报时间|名称|标题)\s*[:：]/;
const CONTINUES = /^(?:[,，、。.;；:：!！?？)）\]】”’》%％‰]|[等的地得]\S)/;
const OPEN_END = /[,，、(（[“‘《—–~-]$/;
const OFFICE =
  /^[^\s,，。；;、:：|]{2,30}(?:局|委员会|委|办公室|办|厅|部|院|政府|分局|中心|联合会|协会|总会|集团|支队|总队|处|社|署)$/;
const DOCUMENT_WORD =
  /(?:措施|方案|计划|规划|意见|通知|办法|要点|分工|细则|条例|规定|清单|公告|报告|决定|情况表?|一览表|汇总表|思维导图|总结|打算|汇报)(?:[（(].{1,12}[)）])?$/;

const isWholeDate = (line: string): boolean => line.length <= 16 && civilDateOf(line) !== null && !/[,。]/.test(line);
export const isOrganisationLine = (line: string): boolean =>
  line.length >= 4 && line.length <= 200 && line.split(/\s+/).every(name => name === '' || OFFICE.test(name));
export const isDateLine = isWholeDate;
export const looksNumbered = (shadow: string): boolean => NUMBERING.test(shadow);

type Raw = { text: string; shadow: string };
/** bars: bars of a full row of a bar table, 0 without one; barred: rows end with one; long: one line a paragraph; prose: wrapped sentences rather than a list of headings. */
type Habits = {
  bars: number;
  barred: boolean;
  long: boolean;
  prose: boolean;
  signed: ReadonlySet<number>;
  widths: number[];
};

/** A line ends at a space before one or two last signs: a PDF writer moved the start of the next line up. */
function splitOrphans(line: string): string[] {
  if (line.length > 400) return [line];
  const match = /^(.*\S)\s+([\u4e00-\u9fff“]|\d{1,2}|“[\u4e00-\u9fff])$/.exec(line);
  return match?.[1] && match[2] && !/\|/.test(line) ? [match[1], match[2]] : [line];
}

function balanced(paragraph: string): boolean {
  for (const [open, close] of ['“”', '《》', '()'] as const) {
    const last = paragraph.lastIndexOf(open ?? '');
    if (last >= 0 && paragraph.indexOf(close ?? '', last) < 0 && paragraph.length - last < (open === '(' ? 300 : 80))
      return false;
  }
  return true;
}

/** Lines that stand alone however they end: headings, titles, signatures, dates. */
function standsAlone(shadow: string, width: number): boolean {
  if (isWholeDate(shadow) || isOrganisationLine(shadow) || NUMBER_OF_DOCUMENT.test(shadow)) return true;
  if (NUMBERING.test(shadow) && !/[。;]/.test(shadow) && !(width > 0 && shadow.length >= 0.9 * width)) return true;
  return isTitle(shadow);
}

/** Words no line of a sentence ends with by design: what they introduce stands on the next line. */
const UNFINISHED =
  /(?:不|不少|不低|不得|每|每个|各|第|近|约|达|到|至|至少|超过|突破|的|和|与|及|并|在|对|为|于|由|将|把|以|从|向|等|其中|累计|新建|预计|截|截至|覆盖)$/;
const NUMBER_OF_DOCUMENT = /^[\u4e00-\u9fff]{2,16}\[\s*\d{4}\s*\]\s*第?\s*\d{1,5}\s*号$/;
const opensBlock = (shadow: string): boolean =>
  NUMBERING.test(shadow) ||
  LABEL.test(shadow) ||
  STARTS_BLOCK.test(shadow) ||
  isWholeDate(shadow) ||
  NUMBER_OF_DOCUMENT.test(shadow);

/** A whole title; what follows it is the document. */
const isTitle = (shadow: string): boolean =>
  DOCUMENT_WORD.test(shadow) && shadow.length <= 70 && !/[,。]/.test(shadow) && balanced(shadow);

type Pair = { line: Raw; next: Raw };

const barsIn = (shadow: string): number => shadow.split('|').length - 1;

/** A row of a bar table goes on until it has the bars of a full row. */
function continuesRow({ line, next }: Pair, habits: { bars: number; barred: boolean; seen: number }): boolean {
  if (habits.seen === 0) return /^\d{0,2}\s*\|/.test(next.shadow) && /^(?:\d{1,3}|序号?)$/.test(line.shadow);
  if (habits.seen < habits.bars) return !/^\|?\s*\d+\s*\|/.test(next.shadow) || habits.seen < habits.bars - 1;
  return !habits.barred && !next.shadow.includes('|') && !TERMINAL.test(line.shadow) && !opensBlock(next.shadow);
}

const CLOSED_LABEL = /[([][^()[\]]*(?:责任|牵头|负责|配合)[^()[\]]*(?:\([^()]*\)[^()[\]]*)*[)\]]$/;
/** A number of a heading that stands alone on its line. */
const BARE_NUMBER = /^(?:\d{1,3}[.、．]|[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十\d]{1,3}\))$/;
const OPEN_LABEL = /\([^()]{0,12}:?$/;

/** A paragraph ends with its full stop, its closed unit list, or right above a signature. */
const closes = (paragraph: string, { line, next }: Pair): boolean => {
  if (OPEN_LABEL.test(paragraph)) return false;
  if (TERMINAL.test(line.shadow)) return true;
  if (CLOSED_LABEL.test(paragraph) && !CONTINUES.test(next.shadow)) return true;
  return /[)\]”》]$/.test(line.shadow) && (isOrganisationLine(next.shadow) || isWholeDate(next.shadow));
};

/** Signs that settle the question whatever the widths: cut numbers, open lists, closing signs on the next line. */
function surely(paragraph: string, { line, next }: Pair): boolean {
  if (CONTINUES.test(next.shadow) || OPEN_LABEL.test(paragraph) || BARE_NUMBER.test(paragraph)) return true;
  if (/\d\.?$/.test(line.shadow) && /^\d/.test(next.shadow) && !isWholeDate(next.shadow)) return true;
  const ended = paragraph + next.shadow;
  return next.shadow.length <= 3 && DOCUMENT_WORD.test(ended) && !DOCUMENT_WORD.test(paragraph) && !/[,。]/.test(ended);
}

/** Does `next` continue the paragraph that now ends with `line`? */
function joins(paragraph: string, pair: Pair, habits: Habits & { at: number; seen: number }): boolean {
  const { line, next } = pair;
  if (next.text === '' || line.text === '') return false;
  if (habits.bars > 0 && (habits.seen > 0 || next.shadow.includes('|'))) return continuesRow(pair, habits);
  if (line.shadow.includes('\t') || next.shadow.includes('\t') || / \| /.test(line.shadow)) return false;
  if (closes(paragraph, pair)) return false;
  if (surely(paragraph, pair)) return true;
  if (opensBlock(next.shadow) || isTitle(paragraph) || habits.signed.has(habits.at + 1)) return false;
  const cut = line.shadow.length <= 2 || OPEN_END.test(line.shadow) || /[\d万亿]$/.test(line.shadow);
  if (cut) return !isWholeDate(line.shadow);
  if (!balanced(paragraph)) return true;
  const width = Math.max(...habits.widths.slice(Math.max(0, habits.at - 2), habits.at + 3));
  if (standsAlone(line.shadow, habits.long ? 0 : width)) return false;
  if (UNFINISHED.test(line.shadow)) return true;
  if (habits.long) return line.shadow.length >= 24 || /[,，。;]/.test(line.shadow);
  if (habits.prose) return line.shadow.length >= 12 || /[,。;]/.test(paragraph);
  return line.shadow.length >= 16 && line.shadow.length >= 0.85 * width;
}

function rawLines(source: string): Raw[] {
  const cleaned = source
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?|\u2028|\u2029|\f|\v/g, '\n')
    .replace(/(?![\t\n])[\p{Cc}\u200b-\u200f\u00ad]/gu, '');
  return cleaned
    .split('\n')
    .map(line =>
      line
        .replace(/[\u00a0\u3000]/g, ' ')
        .trim()
        .replace(/(?<=\d) +(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff]) +(?=\d[\d.]*\s*[\u4e00-\u9fff%])/g, ''),
    )
    .filter(line => line === '' || line.length > 300 || !isNoise(line))
    .flatMap(splitOrphans)
    .map(text => ({ text, shadow: shadowOf(text) }));
}

/** Lines of nothing but offices with a date under them. */
function signaturesOf(lines: readonly Raw[]): Set<number> {
  const found = new Set<number>();
  let dated = false;
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    const shadow = lines[at]?.shadow ?? '';
    if (shadow === '') continue;
    dated = isWholeDate(shadow) || (dated && isOrganisationLine(shadow));
    if (dated && !isWholeDate(shadow)) found.add(at);
  }
  return found;
}

function habitsOf(lines: readonly Raw[]): Habits {
  const filled = lines.filter(line => line.text !== '');
  const lengths = filled.map(line => line.text.length).sort((a, b) => a - b);
  const upper = lengths[Math.floor(lengths.length * 0.9)] ?? 0;
  const silent = filled.filter(line => !/[,。、;:]/.test(line.shadow) && !NUMBERING.test(line.shadow)).length;
  const rows = filled.filter(line => barsIn(line.shadow) >= 2).length;
  return {
    bars: rows >= 2 ? Math.max(...filled.slice(0, 200).map(line => barsIn(line.shadow))) : 0,
    barred: filled.filter(line => /\|$/.test(line.shadow)).length * 2 > rows,
    long: upper > 60,
    prose: silent * 3 < filled.length,
    signed: signaturesOf(lines),
    widths: lines.map(line => line.text.length),
  };
}

/**
 * Source text → paragraphs. Site noise is dropped, line breaks inside words, numbers and sentences are taken out,
 * everything else stays as written, so that a quote of the result is a quote of the document. Linear in the length.
 */
export function normaliseDocument(source: string): NormalisedText {
  const raw = rawLines(source);
  const habits = habitsOf(raw);
  const paragraphs: string[] = [];
  let open: string[] = [];
  let tail = '';
  let bars = 0;
  for (const [at, line] of raw.entries()) {
    open.push(line.text);
    tail = (tail + line.shadow).slice(-400);
    bars += barsIn(line.shadow);
    const next = raw[at + 1];
    if (next && joins(tail, { line, next }, { ...habits, at, seen: bars })) continue;
    const paragraph = open.join('');
    if (paragraph !== '') paragraphs.push(paragraph);
    open = [];
    tail = '';
    bars = 0;
  }
  const lines: Line[] = [];
  let start = 0;
  for (const text of paragraphs) {
    lines.push({ text, shadow: shadowOf(text), start, end: start + text.length });
    start += text.length + 1;
  }
  return { text: paragraphs.join('\n'), lines };
}
