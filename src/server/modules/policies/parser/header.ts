import { civilDateOf } from './dates.ts';
import { isDateLine, isOrganisationLine, type Line, looksNumbered } from './lines.ts';

export type Header = {
  title: string | null;
  issuers: string[];
  documentNumber: string | null;
  issuedOn: string | null;
  draft: boolean;
};

const KIND =
  /(?:措施|方案|计划|规划|意见|通知|办法|要点|任务?分工|细则|条例|规定|清单|公告|通报|报告|决定|批复|函|情况表?|进展|一览表|汇总表|思维导图|总结|打算|汇报|纲要|指引|指南|规范)$/;
const DRAFT = /征求意见稿|公开征求意见|草案|讨论稿|送审稿|审议稿|修订稿|初稿/;
const BRACKET_TAIL = /\s*[(][^()]{1,16}[)]$/;
const NUMBER_LINE =
  /^(?:(?:发文字号|文\s*号|发文文号|文件编号)\s*[:：]\s*)?([\u4e00-\u9fff]{1,16}\[\s*(?:19|20)\d{2}\s*\]\s*(?:第\s*)?\d{1,5}\s*号)(?:\s|$)/;
const LABELLED_NUMBER =
  /(?:发文字号|文\s*号|发文文号|文件编号)\s*[:：]\s*([\u4e00-\u9fff]{1,16}\[\s*(?:19|20)\d{2}\s*\]\s*(?:第\s*)?\d{1,5}\s*号)/;
const DATE_LABEL =
  /(?:成文日期|发文日期|印发日期|发布日期|发布时间|公布日期|生成日期|时间|日期)\s*[:：]\s*(\d{4}\s*[年/.-]\s*\d{1,2}\s*[月/.-]\s*\d{1,2}日?)/;
const ISSUER_LABEL = /^(?:发文机关|填报单位|发文单位|发布机构|发布单位|制发单位|印发单位)\s*[:：]\s*(.+)$/;
const RED_HEAD = /^(.{4,40}(?:局|委员会|委|办公室|厅|政府|部|中心|联合会))(?:文件|办公室文件)$/;

const isCaption = (shadow: string): boolean => /^(?:附件|附表|附录)\s*\d*\s*[:：]?$/.test(shadow);

function titleScore(shadow: string): number {
  const bare = shadow.replace(BRACKET_TAIL, '');
  if (bare.length < 5 || bare.length > 70 || /[。;|\t]/.test(bare) || (/^[(“”\\]/.test(shadow) && !/[”)]/.test(shadow)))
    return 0;
  if (
    /[,:：]$/.test(shadow) ||
    isDateLine(shadow) ||
    isOrganisationLine(shadow) ||
    looksNumbered(shadow) ||
    isCaption(shadow)
  )
    return 0;
  if (DATE_LABEL.test(shadow) || LABELLED_NUMBER.test(shadow) || NUMBER_LINE.test(shadow)) return 0;
  if (KIND.test(bare)) return bare.includes('印发') || bare.endsWith('通知') ? 3 : 4;
  return /[,:]/.test(bare) || bare.length < 8 ? 0 : 1;
}

/** A title may be broken over lines: "某区民政局" / "关于印发…的" / "通知". */
function joinedTitle(lines: readonly Line[], at: number): string {
  const line = lines[at];
  if (!line) return '';
  let title = line.text;
  let above = at - 1;
  while (above >= 0 && at - above <= 2) {
    const shadow = lines[above]?.shadow ?? '';
    const cut = /^(?:关于|的)/.test(title) && isOrganisationLine(shadow) && !shadow.includes(' ');
    if (!cut) break;
    title = (lines[above]?.text ?? '') + title;
    above -= 1;
  }
  return title;
}

function titleOf(lines: readonly Line[], firstNumbered: number): string | null {
  const until = Math.min(lines.length, Math.max(firstNumbered, 1), 60);
  let best = { score: 0, at: -1 };
  for (let at = 0; at < until; at += 1) {
    const score = titleScore(lines[at]?.shadow ?? '');
    if (score > best.score) best = { score, at };
  }
  const chosen = best.at < 0 ? null : joinedTitle(lines, best.at);
  if (chosen === null) return null;
  const bare = chosen.replace(/[（(](?:征求意见稿|公开征求意见稿|草案|讨论稿|送审稿|审议稿|修订稿|初稿)[）)]$/, '');
  return bare.trim();
}

function issuersOf(lines: readonly Line[], title: string | null): string[] {
  const found: string[] = [];
  const add = (name: string): void => {
    if (name.length >= 4 && !found.includes(name)) found.push(name);
  };
  for (const [at, line] of lines.entries()) {
    if (!isDateLine(line.shadow)) continue;
    const block: string[][] = [];
    let foot = at - 1;
    while (foot >= 0 && /^\([^()]{2,16}\)$/.test(lines[foot]?.shadow ?? '')) foot -= 1;
    for (let above = foot; above >= 0 && isOrganisationLine(lines[above]?.shadow ?? ''); above -= 1)
      block.unshift((lines[above]?.text ?? '').split(/[\s、]+/));
    for (const name of block.flat()) add(name);
    if (found.length > 0) return found;
  }
  for (const line of lines) {
    const named = ISSUER_LABEL.exec(line.text)?.[1] ?? RED_HEAD.exec(line.text)?.[1];
    if (named) for (const name of named.split(/[\s、,，]+/)) if (!/[:：\d]/.test(name)) add(name.trim());
  }
  if (found.length > 0) return found;
  const own = title && /^(.{4,40}?(?:局|委员会|委|办公室|厅|政府|部))关于/.exec(title)?.[1];
  if (own) for (const name of own.split(/[\s、]+/)) add(name);
  return found;
}

function issuedOnOf(lines: readonly Line[], issuers: readonly string[]): string | null {
  const signed = lines.findIndex(
    (line, at) =>
      at > 0 && isDateLine(line.shadow) && (issuers.length === 0 || isOrganisationLine(lines[at - 1]?.shadow ?? '')),
  );
  const own = signed >= 0 ? civilDateOf(lines[signed]?.shadow ?? '') : null;
  if (own) return own;
  const alone = lines.find(line => isDateLine(line.shadow));
  if (alone) return civilDateOf(alone.shadow);
  for (const line of lines.slice(0, 40)) {
    const labelled = DATE_LABEL.exec(line.shadow)?.[1];
    if (labelled) return civilDateOf(labelled);
  }
  for (const line of lines.slice(-12)) {
    const printed = /(\d{4}年\d{1,2}月\d{1,2}日)\s*印发/.exec(line.shadow)?.[1];
    if (printed) return civilDateOf(printed);
  }
  return null;
}

function documentNumberOf(lines: readonly Line[]): string | null {
  for (const line of lines) {
    const match = NUMBER_LINE.exec(line.shadow) ?? LABELLED_NUMBER.exec(line.shadow);
    if (!match?.[1]) continue;
    const start = match.index + match[0].indexOf(match[1]);
    return line.text.slice(start, start + match[1].length).replace(/\s/g, '');
  }
  return null;
}

/** Title, issuers, own number, date and draft state; `firstNumbered` is the index of the first numbered paragraph. */
export function readHeader(lines: readonly Line[], firstNumbered: number): Header {
  const title = titleOf(lines, firstNumbered);
  const issuers = issuersOf(lines, title);
  const top = lines.slice(0, Math.max(3, Math.min(firstNumbered, 12)));
  const draft = top.some(line => DRAFT.test(line.shadow) && line.text.length < 80);
  return { title, issuers, documentNumber: documentNumberOf(lines), issuedOn: issuedOnOf(lines, issuers), draft };
}
