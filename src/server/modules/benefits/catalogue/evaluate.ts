import type { Ground, Outcome, OutcomeLine, OutcomeState } from '#contracts/benefits/catalogue.ts';
import { dayWords } from '#shared/dates.ts';
import { fenToYuanText } from '#shared/money.ts';
import { definitions } from '../law/definitions.ts';
import { shapeOf } from './fields.ts';
import { type Applied, lawOn, type Place, valueOn } from './law-on.ts';
import type { SchemeFile } from './read-scheme-file.ts';
import { fileOf } from './register.ts';
import type { Line, Said, SchemeDefinition, Verdict } from './scheme.ts';

export type FactProblem = { field: string; message: string };

/** One answer with its sentences for facts that may come from anywhere, or what is wrong with the facts. */
export function evaluateScheme(
  scheme: SchemeDefinition,
  given: unknown,
  place: Place,
): Outcome | { problems: FactProblem[] } {
  const verdict = decideGiven(scheme, given, place);
  return 'problems' in verdict ? verdict : explainVerdict(scheme, verdict, place);
}

/** The same in codes and numbers only: what a file of a million lines asks for. */
export function evaluateBriefly(scheme: SchemeDefinition, given: unknown, place: Place) {
  const verdict = decideGiven(scheme, given, place);
  if ('problems' in verdict) return verdict;
  const state = stateOf(verdict);
  const paid = state === 'yes' || state === 'undetermined';
  const lines = paid ? verdict.lines : [];
  return {
    ...{ scheme: scheme.key, on: place.on, state, amountFen: state === 'yes' ? sumOf(lines) : 0 },
    per: lines[0]?.per ?? ('service' as const),
    lines: lines.map(({ code, amountFen, per, payee }) => ({ code, amountFen, per, payee })),
    refusals: verdict.refusals.map(said => said.code),
    missing: state === 'incomplete' ? verdict.missing : [],
    nearestYes: nearestYes(fileOf(scheme), verdict.refusals),
  };
}

function decideGiven(scheme: SchemeDefinition, given: unknown, place: Place): Verdict | { problems: FactProblem[] } {
  const read = factsShape(scheme).safeParse(given);
  if (read.success) return decideOn(scheme, read.data, place);
  return {
    problems: read.error.issues.map(issue => ({ field: issue.path.join('.'), message: sentenceOf(issue, scheme) })),
  };
}

const shapes = new WeakMap<SchemeDefinition, ReturnType<typeof shapeOf>>();

function factsShape(scheme: SchemeDefinition) {
  const known = shapes.get(scheme) ?? shapeOf(scheme.facts);
  shapes.set(scheme, known);
  return known;
}

/** The bare verdict: numbers and codes, no sentence. Facts must have been checked. */
export const decideOn = (scheme: SchemeDefinition, facts: Record<string, unknown>, place: Place): Verdict =>
  scheme.decide({ facts, law: lawOn(scheme, fileOf(scheme), place), on: place.on });

type Issue = { code: string; message: string; path: readonly PropertyKey[]; keys?: string[] };

function sentenceOf(issue: Issue, scheme: SchemeDefinition): string {
  if (issue.code === 'unrecognized_keys')
    return `没有“${issue.keys?.join('、')}”这一项，可以写的是：${Object.keys(scheme.facts).join('、')}`;
  const label = scheme.facts[String(issue.path[0] ?? '')]?.label;
  return label && !issue.message.includes(label) ? `${label}：${issue.message}` : issue.message;
}

export function stateOf(verdict: Verdict): OutcomeState {
  if (verdict.refusals.length > 0) return 'no';
  if (verdict.missing.length > 0) return 'incomplete';
  return verdict.lines.some(line => line.amountFen === null) ? 'undetermined' : 'yes';
}

function explainVerdict(scheme: SchemeDefinition, verdict: Verdict, place: Place): Outcome {
  const file = fileOf(scheme);
  const state = stateOf(verdict);
  const lines: OutcomeLine[] =
    state === 'yes' || state === 'undetermined'
      ? verdict.lines.map(line => {
          const { amountFen, per, payee } = line;
          return { ...groundOf(file, line, place), amountFen, per, payee };
        })
      : [];
  const refusals = verdict.refusals.map(said => groundOf(file, said, place));
  const per = lines[0]?.per ?? 'service';
  const first = lines[0] ?? refusals[0];
  return {
    ...{ scheme: scheme.key, nameZh: file.nameZh, kind: scheme.kind, on: place.on, state, per, lines, refusals },
    amountFen: state === 'yes' ? sumOf(verdict.lines) : 0,
    missing: (state === 'incomplete' ? verdict.missing : []).map(field => ({
      field,
      label: scheme.facts[field]?.label ?? field,
    })),
    nearestYes: nearestYes(file, verdict.refusals),
    version: first ? versionOf(file, first, place) : '',
  };
}

/** One line with its sentence and source, for amounts that are added up over many people elsewhere. */
export const sayLine = (scheme: SchemeDefinition, line: Line, place: Place): OutcomeLine => {
  const { amountFen, per, payee } = line;
  return { ...groundOf(fileOf(scheme), line, place), amountFen, per, payee };
};

/** What the first line's receiver gets by the first line's unit; other lines stand for themselves. */
export const sumOf = (lines: readonly Line[]): number =>
  lines
    .filter(line => line.per === lines[0]?.per && line.payee === lines[0]?.payee)
    .reduce((sum, line) => sum + (line.amountFen ?? 0), 0);

function groundOf(file: SchemeFile, said: Said, place: Place): Ground {
  const words = file.reasons[said.code];
  const key = words?.parameter ?? '';
  const parameter = file.parameters[key];
  if (!words || !parameter) throw new Error(`${file.scheme}：parameters.yaml 里没有理由 ${said.code} 或它的参数`);
  const applied = valueOn(file, key, place) ?? parameter.values[0];
  const source = definitions().sources.get(parameter.document);
  const own = applied ? setBy(applied) : undefined;
  return {
    code: said.code,
    sentence: fillIn(words.says, said.values),
    parameter: `${file.scheme}.${key}`,
    documentNumber: own ?? source?.number ?? parameter.document,
    clause: own ? '' : parameter.clause,
    url: own ? null : (source?.url ?? null),
    confidence: applied?.confidence ?? 'uncertain',
    setBy: applied?.district ?? null,
  };
}

const setBy = (applied: Applied): string | undefined => applied.documentNumber;

/** `{perHeadFen}` → 1,450.00元, `{sharePercent}` → 35%, anything else as it is. */
export const fillIn = (template: string, values: Said['values'] = {}): string =>
  template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) return '';
    if (typeof value === 'number' && name.endsWith('Fen')) return `${fenToYuanText(value)}元`;
    return typeof value === 'number' && name.endsWith('Percent') ? `${value}%` : String(value);
  });

/** Only when every refusal can be turned: half a way is none. */
function nearestYes(file: SchemeFile, refusals: readonly Said[]): string | null {
  const ways = refusals.map(said => {
    const yes = file.reasons[said.code]?.yes;
    return yes === undefined ? null : fillIn(yes, said.values);
  });
  return ways.length > 0 && ways.every(way => way !== null) ? `${ways.join('，并且')}` : null;
}

function versionOf(file: SchemeFile, ground: Ground, place: Place): string {
  const from = valueOn(file, ground.parameter.split('.')[1] ?? '', place)?.from;
  return `${ground.documentNumber}${from ? `，${dayWords(from)}起` : ''}`;
}
