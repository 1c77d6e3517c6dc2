import type { ParsedMeasure, ParsedSection, ParsedUnit } from '#contracts/policies/parsed-document.ts';
import { findDates } from './dates.ts';
import { isDateLine, isOrganisationLine, type Line } from './lines.ts';
import type { Block } from './outline.ts';
import { findResponsibilities, type Responsibility } from './units.ts';

type Body = { text: string; lines: readonly Line[]; year: number | null; skip: ReadonlySet<number> };

const END_OF_BODY = /^(?:附件|附表|附录|抄送|主送|联系人|联系电话|此件|\(此件)/;
const GENERAL =
  /总体要求|指导思想|基本原则|工作要求|有关要求|保障措施|组织保障|组织实施|组织领导|工作目标|主要目标|发展目标|总体目标|工作背景|附则/;

/** Clauses of a block's own lines: those before its first child. */
function ownClauses(block: Block, blocks: readonly Block[], body: Body): Responsibility[] {
  const first = block.children[0];
  const to = first === undefined ? block.to : (blocks[first]?.from ?? block.to);
  const found: Responsibility[] = [];
  for (let at = block.from; at < to; at += 1) {
    const line = body.lines[at];
    if (!line || body.skip.has(at)) continue;
    found.push(...findResponsibilities(line.shadow, line.start));
  }
  return found;
}

/** A clause after the last of several bare items belongs to their common heading. */
function lift(clauses: Map<number, Responsibility[]>, blocks: readonly Block[], lines: readonly Line[]): void {
  for (const [index, block] of blocks.entries()) {
    const last = block.children.at(-1);
    const lastBlock = last === undefined ? undefined : blocks[last];
    if (block.children.length < 2 || last === undefined || !lastBlock || clauses.has(index)) continue;
    const bare = block.children
      .slice(0, -1)
      .every(child => !clauses.has(child) && blocks[child]?.children.length === 0);
    const own = clauses.get(last);
    const apart = (own?.[0]?.start ?? 0) > (lines[lastBlock.from]?.end ?? 0);
    if (!bare || !own || (block.level < 1.5 && !apart)) continue;
    clauses.set(index, own);
    clauses.delete(last);
  }
}

const ancestors = (block: Block, blocks: readonly Block[]): Block[] => {
  const chain: Block[] = [];
  for (let at = block.parent; at !== null; at = blocks[at]?.parent ?? null) {
    const parent = blocks[at];
    if (parent) chain.push(parent);
  }
  return chain;
};

function chosen(clauses: Map<number, Responsibility[]>, blocks: readonly Block[], lines: readonly Line[]): Set<number> {
  const picked = new Set<number>();
  if (clauses.size === 0) {
    for (const [index, block] of blocks.entries()) {
      const general = [block, ...ancestors(block, blocks)].some(one => GENERAL.test(one.title));
      if (block.children.length === 0 && block.level >= 1 && !general) picked.add(index);
    }
    return leavesAreItems(picked, blocks, lines) ? picked : new Set();
  }
  const seen = new Set<number>();
  const roots = [...blocks.keys()].filter(at => blocks[at]?.parent === null);
  for (const index of clauses.keys()) {
    picked.add(index);
    const parent = blocks[index]?.parent ?? null;
    const level = blocks[index]?.level ?? 0;
    const key = parent ?? -1 - level;
    if (seen.has(key)) continue;
    seen.add(key);
    const siblings =
      parent === null ? roots.filter(root => blocks[root]?.level === level) : (blocks[parent]?.children ?? []);
    for (const sibling of siblings) {
      const block = blocks[sibling];
      const spoken = block && lines.slice(block.from, block.to).some(line => /[。;]/.test(line.shadow));
      if (block?.children.length === 0 && (spoken || clauses.has(sibling))) picked.add(sibling);
    }
  }
  for (const index of [...picked]) {
    for (let at = blocks[index]?.parent ?? null; at !== null; at = blocks[at]?.parent ?? null) {
      if (picked.has(at) && !clauses.has(index)) picked.delete(index);
    }
  }
  return picked;
}

/** Numbered lines without any sentence are a table of contents or a mind map, not measures. */
function leavesAreItems(picked: ReadonlySet<number>, blocks: readonly Block[], lines: readonly Line[]): boolean {
  const spoken = [...picked].filter(index => {
    const block = blocks[index];
    return block && lines.slice(block.from, block.to).some(line => /[。;]/.test(line.shadow));
  });
  return picked.size >= 2 && spoken.length * 2 > picked.size;
}

function endOf(block: Block, body: Body): number {
  let last = body.lines[block.from];
  for (let at = block.from + 1; at < block.to; at += 1) {
    const line = body.lines[at];
    if (
      !line ||
      body.skip.has(at) ||
      END_OF_BODY.test(line.shadow) ||
      isDateLine(line.shadow) ||
      isOrganisationLine(line.shadow)
    )
      break;
    last = line;
  }
  return last?.end ?? block.bodyStart;
}

/** The words of a measure without its responsibility clauses. */
function textOf(range: { start: number; end: number }, clauses: readonly Responsibility[], text: string): string {
  let out = '';
  let from = range.start;
  for (const clause of clauses) {
    if (clause.start >= from) out += text.slice(from, clause.start);
    from = Math.max(from, clause.end);
  }
  return (out + text.slice(from, Math.max(from, range.end))).replace(/\n{2,}/g, '\n').trim();
}

/** A stated time limit ("2025年12月底", "2026年6月") as its last day; null for 长期 and the like. */
export function limitOf(words: string | null, year: number | null): string | null {
  if (!words) return null;
  return findDates(`到${words}`, year).find(date => date.kind === 'by')?.date ?? null;
}

function mergeUnits(clauses: readonly Responsibility[]): ParsedUnit[] {
  const units: ParsedUnit[] = [];
  for (const clause of clauses)
    for (const unit of clause.units) if (!units.some(other => other.name === unit.name)) units.push(unit);
  return units;
}

function measureOf(
  block: Block,
  clauses: readonly Responsibility[],
  body: Body,
): Omit<ParsedMeasure, 'number' | 'section'> {
  const end = clauses.length > 0 ? Math.max(endOf(block, body), clauses.at(-1)?.end ?? 0) : endOf(block, body);
  const units = mergeUnits(clauses);
  const lead = units.find(unit => unit.role === 'lead');
  const title = block.title.replace(/[(（[［【〔](?:责任|牵头).*$/, '').trim();
  return {
    label: block.label,
    title,
    text: textOf({ start: block.bodyStart, end }, clauses, body.text),
    units,
    assumedLead: lead ? null : (units[0]?.name ?? null),
    deadline: limitOf(clauses.find(clause => clause.deadline)?.deadline ?? null, body.year),
    targets: [],
    start: body.lines[block.from]?.start ?? 0,
    end,
    doubt: units.length === 0 ? '没有写明责任单位' : lead ? null : '没有写明牵头单位',
  };
}

/** Measures and sections of an outline. A measure is the numbered paragraph its responsibility clause closes. */
export function readMeasures(
  blocks: readonly Block[],
  body: Body,
): { measures: ParsedMeasure[]; sections: ParsedSection[] } {
  const clauses = new Map<number, Responsibility[]>();
  for (const [index, block] of blocks.entries()) {
    const own = ownClauses(block, blocks, body).filter(clause => clause.units.length > 0 || clause.deadline);
    if (own.length > 0) clauses.set(index, own);
  }
  lift(clauses, blocks, body.lines);
  const picked = [...chosen(clauses, blocks, body.lines)].sort((a, b) => a - b);
  const numbers = picked.map(index => blocks[index]?.number ?? 0);
  const running = new Set(numbers).size === numbers.length;
  const measures: ParsedMeasure[] = [];
  const numberOf = new Map<number, number>();
  for (const [at, index] of picked.entries()) {
    const block = blocks[index];
    if (!block) continue;
    const number = running ? block.number : at + 1;
    numberOf.set(index, number);
    const section = block.parent === null ? null : (blocks[block.parent]?.number ?? null);
    measures.push({ ...measureOf(block, clauses.get(index) ?? [], body), number, section });
  }
  return { measures, sections: sectionsOf(blocks, numberOf, body.lines) };
}

function sectionsOf(
  blocks: readonly Block[],
  numberOf: ReadonlyMap<number, number>,
  lines: readonly Line[],
): ParsedSection[] {
  const inside = new Map<number, number[]>();
  for (const [index, number] of numberOf) {
    for (let at = blocks[index]?.parent ?? null; at !== null; at = blocks[at]?.parent ?? null) {
      const held = inside.get(at) ?? [];
      held.push(number);
      inside.set(at, held);
    }
  }
  const hidden = (index: number): boolean => {
    for (let at: number | null = index; at !== null; at = blocks[at]?.parent ?? null) if (numberOf.has(at)) return true;
    return false;
  };
  return blocks.flatMap((block, index) => {
    if (hidden(index) || (block.level > 2 && block.children.length === 0)) return [];
    const held = inside.get(index) ?? [];
    const line = lines[block.from];
    return [
      {
        number: block.number,
        label: block.label,
        title: block.title,
        level: Math.round(block.level),
        firstMeasure: held[0] ?? null,
        lastMeasure: held.at(-1) ?? null,
        start: line?.start ?? 0,
        end: line?.end ?? 0,
      },
    ];
  });
}
