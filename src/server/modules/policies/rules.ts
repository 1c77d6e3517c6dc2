import type { ReviewKind, ReviewValue } from '#contracts/policies/documents.ts';
import type { ParsedDocument, ParsedFact } from '#contracts/policies/parsed-document.ts';

export type Proposal = {
  kind: ReviewKind;
  number: number;
  section: string | null;
  start: number;
  end: number;
  proposed: unknown;
  doubt: string | null;
};

type Recognise = (sentence: { item: string; quote: string; unit: string }) => string | undefined;

const BINDING = new Set(['target', 'target_group']);
const FIGURES = new Set(['actual', 'ratio', 'forecast']);

/** Everything that must be decided before a document counts: header, then each measure or row with its parts in text order. */
export function proposalsOf(document: ParsedDocument, recognise: Recognise): Proposal[] {
  const sections = new Map(document.sections.map(section => [section.number, `${section.label}${section.title}`]));
  const proposals: Proposal[] = [headerOf(document)];
  for (const measure of document.measures) {
    const base = { number: measure.number, section: sections.get(measure.section ?? -1) ?? null };
    const { title, text, start, end } = measure;
    proposals.push({
      ...base,
      kind: 'measure',
      start,
      end,
      doubt: measureDoubt(measure),
      proposed: { number: measure.number, title, text },
    });
    proposals.push(unitsOf(measure.units, { ...base, start, end }));
    const targets = measure.targets.filter(fact => BINDING.has(fact.role));
    proposals.push(...targets.map(fact => ({ ...base, ...targetOf(fact, recognise, text) })));
  }
  for (const row of document.progress) {
    const base = { number: row.number, section: null };
    const { number, task, items, start, end } = row;
    proposals.push({ ...base, kind: 'progress', start, end, doubt: row.doubt, proposed: { number, task, items } });
    if (row.units.length > 0) proposals.push(unitsOf(row.units, { ...base, start, end }));
    const facts = document.facts.filter(fact => fact.row === row.number);
    const targets = facts.filter(fact => fact.part === 'task' && BINDING.has(fact.role));
    proposals.push(...targets.map(fact => ({ ...base, ...targetOf(fact, recognise, task) })));
    const figures = facts.filter(fact => fact.part === 'progress' && FIGURES.has(fact.role));
    proposals.push(...figures.map(fact => ({ ...base, ...figureOf(fact, recognise, items) })));
  }
  return proposals;
}

/** That no lead is named is how most documents are written: the first unit is assumed and shown, not doubted. */
const measureDoubt = (measure: ParsedDocument['measures'][number]): string | null =>
  measure.assumedLead ? null : measure.doubt;

function headerOf(document: ParsedDocument): Proposal {
  const missing = [
    document.title ? '' : '标题',
    document.documentNumber ? '' : '文号',
    document.issuedOn ? '' : '日期',
  ].filter(Boolean);
  const value: ReviewValue<'header'> = {
    title: document.title ?? '',
    issuers: document.issuers,
    documentNumber: document.documentNumber,
    issuedOn: document.issuedOn,
    draft: document.draft,
    period: null,
  };
  const doubt = missing.length > 0 ? `没有读到${missing.join('、')}，请补填或留空` : null;
  return { kind: 'header', number: 0, section: null, start: 0, end: 0, proposed: value, doubt };
}

type Base = { number: number; section: string | null; start: number; end: number };

function unitsOf(units: ParsedDocument['measures'][number]['units'], base: Base): Proposal {
  const value: ReviewValue<'units'> = { units: units.map(({ name, role, group }) => ({ name, role, group })) };
  const first = units[0];
  const last = units.at(-1);
  const doubts = units.flatMap(unit => unit.doubt ?? []);
  const doubt = units.length === 0 ? '没有写责任单位，请指定' : (doubts[0] ?? null);
  return {
    ...base,
    kind: 'units',
    start: first?.start ?? base.start,
    end: last?.end ?? base.end,
    proposed: value,
    doubt,
  };
}

function targetOf(fact: ParsedFact, recognise: Recognise, item: string) {
  const { quote, value, unit, op, deadline, start, end, doubt } = fact;
  const indicatorCode = recognise({ item, quote, unit }) ?? null;
  const proposed: ReviewValue<'target'> = { quote, value, unit, op, deadline, indicatorCode };
  return { kind: 'target' as const, start, end, proposed, doubt };
}

function figureOf(fact: ParsedFact, recognise: Recognise, items: readonly string[]) {
  const { quote, value, unit, asOf, start, end, doubt } = fact;
  const item = items.find(text => text.includes(quote)) ?? quote;
  const indicatorCode = recognise({ item, quote, unit }) ?? null;
  const proposed: ReviewValue<'figure'> = { quote, value, unit, asOf, indicatorCode };
  return { kind: 'figure' as const, start, end, proposed, doubt };
}
