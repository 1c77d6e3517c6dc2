import type {
  ParsedDocument,
  ParsedFact,
  ParsedMeasure,
  ParsedProgressRow,
  ParsedSection,
} from '#contracts/policies/parsed-document.ts';
import { inferAliases } from './aliases.ts';
import { shadowOf } from './characters.ts';
import { referenceYear } from './dates.ts';
import type { Passage } from './deadlines.ts';
import { readFacts } from './facts.ts';
import { readHeader } from './header.ts';
import { type NormalisedText, normaliseDocument } from './lines.ts';
import { limitOf, readMeasures } from './measures.ts';
import { readOutline } from './outline.ts';
import { itemsOf, type Row, readTables, type Table } from './tables.ts';

function progressOf(row: Row, text: string): ParsedProgressRow {
  const items = row.progress ? itemsOf(row.progress).map(range => text.slice(range.start, range.end)) : [];
  return {
    number: row.number,
    task: row.task ? text.slice(row.task.start, row.task.end) : '',
    items,
    units: row.units,
    start: row.start,
    end: row.end,
    doubt: row.progress ? null : '这一行没有进展',
  };
}

function measureOfRow(row: Row, text: string, year: number | null): ParsedMeasure {
  const task = row.task ? text.slice(row.task.start, row.task.end) : '';
  const title = row.title ? text.slice(row.title.start, row.title.end) : (task.split(/[。；;，,]/)[0] ?? task);
  const lead = row.units.some(unit => unit.role === 'lead');
  return {
    number: row.number,
    label: String(row.number),
    title,
    text: task,
    section: null,
    units: row.units,
    assumedLead: lead ? null : (row.units[0]?.name ?? null),
    deadline: limitOf(row.deadline, year),
    targets: [],
    start: row.start,
    end: row.end,
    doubt: row.units.length === 0 ? '没有写明责任单位' : lead ? null : '没有写明牵头单位',
  };
}

function rowPassages(table: Table, year: number | null): Passage[] {
  const passages: Passage[] = [];
  for (const row of table.rows) {
    const deadline = limitOf(row.deadline, year);
    const place = table.kind === 'progress' ? { measure: null, row: row.number } : { measure: row.number, row: null };
    if (row.title && row.title !== row.task)
      passages.push({ start: row.title.start, end: row.title.end, kind: 'task', deadline, ...place });
    if (row.task)
      passages.push({
        start: row.task.start,
        end: row.task.end,
        kind: table.kind === 'progress' ? 'task' : 'plan',
        deadline,
        ...place,
      });
    if (row.progress)
      passages.push({ start: row.progress.start, end: row.progress.end, kind: 'progress', deadline: null, ...place });
  }
  return passages;
}

/** Everything that is in no table: measures and sections of aims are read as plans, the rest as report. */
function textPassages(
  document: NormalisedText,
  { measures, sections }: { measures: readonly ParsedMeasure[]; sections: readonly ParsedSection[] },
  skip: ReadonlySet<number>,
): Passage[] {
  let section = 0;
  const aims = (start: number): boolean => {
    while ((sections[section + 1]?.start ?? Number.POSITIVE_INFINITY) <= start) section += 1;
    const own = sections[section];
    return own !== undefined && own.start <= start && /目标/.test(own.title);
  };
  const passages: Passage[] = [];
  let next = 0;
  for (const [at, line] of document.lines.entries()) {
    if (skip.has(at)) continue;
    while (measures[next] && (measures[next]?.end ?? 0) <= line.start) next += 1;
    const candidate = measures[next];
    const measure = candidate && line.start >= candidate.start ? candidate : undefined;
    passages.push({
      start: line.start,
      end: line.end,
      kind: measure || aims(line.start) ? 'plan' : 'report',
      measure: measure?.number ?? null,
      row: null,
      deadline: measure?.deadline ?? null,
    });
  }
  return passages;
}

/** The whole reading of one document's source text; pure, linear in its length, never throws. */
export function parsePolicyDocument(source: string): ParsedDocument {
  const document = normaliseDocument(source);
  const { text, lines } = document;
  const tables = readTables(lines);
  const skip = new Set(tables.flatMap(table => [...table.lines]));
  const blocks = readOutline(lines).filter(block => !skip.has(block.from));
  const firstNumbered = blocks[0]?.from ?? (skip.size > 0 ? Math.min(...skip) : lines.length);
  const header = readHeader(
    lines.filter((_, at) => !skip.has(at)),
    firstNumbered,
  );
  const year = referenceYear(shadowOf(text), header.issuedOn);
  const outline = readMeasures(blocks, { text, lines, year, skip });
  const rowMeasures = tables
    .filter(table => table.kind === 'measures')
    .flatMap(table => table.rows.map(row => measureOfRow(row, text, year)));
  const measures = [...outline.measures, ...rowMeasures];
  const passages = [...textPassages(document, outline, skip), ...tables.flatMap(table => rowPassages(table, year))];
  const facts = readFacts(
    text,
    passages.sort((a, b) => a.start - b.start),
    year,
  );
  const aims = new Map<number, ParsedFact[]>();
  for (const fact of facts) {
    if (fact.measure === null || (fact.role !== 'target' && fact.role !== 'target_group')) continue;
    const held = aims.get(fact.measure) ?? [];
    held.push(fact);
    aims.set(fact.measure, held);
  }
  for (const measure of measures) {
    const own = aims.get(measure.number) ?? [];
    measure.targets = own.filter(fact => fact.start >= measure.start && fact.end <= measure.end);
  }
  const names = measures.flatMap(measure => measure.units.filter(unit => !unit.group).map(unit => unit.name));
  return {
    ...header,
    sections: outline.sections,
    measures,
    progress: tables
      .filter(table => table.kind === 'progress')
      .flatMap(table => table.rows.map(row => progressOf(row, text))),
    facts,
    aliases: inferAliases(names, header.issuers),
    text,
  };
}
