import {
  type CheckedRules,
  isAllowance,
  type SchemeExample,
  type SchemeKind,
  type SchemeParameter,
  type SchemeRow,
  type SchemeValue,
} from '#contracts/benefits/catalogue.ts';
import { paysOf, type SpentType } from '#contracts/benefits/pays.ts';
import { CONFIDENCES, type Confidence } from '#contracts/confidence.ts';
import { DomainError } from '#contracts/errors.ts';
import { areaName, readDivisions } from '#modules/areas/index.ts';
import type { Context } from '#platform/http/context.ts';
import { areaLevel } from '#shared/area-codes.ts';
import { fenToYuanText } from '#shared/money.ts';
import { allowanceFile, allowances } from './catalogue/allowances.ts';
import { evaluateScheme } from './catalogue/evaluate.ts';
import { describe } from './catalogue/fields.ts';
import { type Applied, type Place, type Setting, shapeOfParameter, valueOn, whoSet } from './catalogue/law-on.ts';
import { casesOf, checkedFile, type SchemeFile } from './catalogue/read-scheme-file.ts';
import { fileOf, REGISTER, schemeOf } from './catalogue/register.ts';
import type { SchemeDefinition } from './catalogue/scheme.ts';
import { valueWords } from './catalogue/value-words.ts';
import { listSettings } from './db/settings.ts';
import { definitions } from './law/definitions.ts';

type Asked = { on?: string | undefined; district?: string | undefined };

export async function placeOf(ctx: Context, asked: Asked): Promise<Place & { settings: Setting[] }> {
  return { on: asked.on ?? ctx.today, district: asked.district ?? null, settings: await listSettings(ctx) };
}

/** To which publication the rules were checked, and what is known and unread. */
export function checkedRules(): CheckedRules {
  const { publishedUpTo, unread } = checkedFile();
  const { sources } = definitions();
  return {
    publishedUpTo,
    unread: unread.map(({ document, effective }) => ({
      title: sources.get(document)?.title ?? document,
      ...{ effective, url: sources.get(document)?.url ?? null },
    })),
  };
}

/** Every scheme with its values on a day; `q` looks in names, people, documents. */
export async function readSchemes(
  ctx: Context,
  asked: Asked & { q?: string | undefined; kind?: SchemeKind | undefined; pays?: SpentType | undefined },
) {
  const place = await placeOf(ctx, asked);
  const all = [
    ...allowances().map(file => schemeRow(file, 'person-month', place)),
    ...REGISTER.map(scheme => schemeRow(fileOf(scheme), scheme.kind, place)),
  ];
  const words = (asked.q ?? '').split(/\s+/).filter(Boolean);
  const says = (row: SchemeRow) => [row.nameZh, row.who, row.how, ...row.documents, row.key].join(' ');
  return {
    ...where(place),
    districts: readDivisions()
      .filter(each => areaLevel(each.code) === 'district')
      .map(({ code, name }) => ({ code, name })),
    rows: all
      .filter(row => (!asked.kind || row.kind === asked.kind) && (!asked.pays || row.pays.includes(asked.pays)))
      .filter(row => words.every(word => says(row).includes(word))),
  };
}

const where = (place: Place) => ({
  on: place.on,
  district: place.district ? areaName(place.district) : null,
  checked: checkedRules(),
});

/** One scheme with every dated value, its facts and its examples. */
export async function readScheme(ctx: Context, key: string, asked: Asked) {
  const place = await placeOf(ctx, asked);
  const scheme = schemeOf(key);
  if (!scheme && !isAllowance(key)) throw new DomainError('benefits.scheme-unknown');
  const file = scheme ? fileOf(scheme) : isAllowance(key) ? allowanceFile(key) : undefined;
  if (!file) throw new DomainError('benefits.scheme-unknown');
  return {
    ...schemeRow(file, scheme?.kind ?? 'person-month', place),
    ...where(place),
    parameters: Object.keys(file.parameters).map(each => parameterOf(file, each, place)),
    facts: scheme ? describe(scheme.facts) : [],
    examples: scheme ? examplesOf(scheme) : [],
  };
}

/** A parameter in force with all its values, the districts' settings among them. */
export function parameterOf(file: SchemeFile, key: string, place: Place): SchemeParameter {
  const parameter = file.parameters[key];
  if (!parameter) throw new DomainError('benefits.scheme-unknown');
  const source = definitions().sources.get(parameter.document);
  const current = valueOn(file, key, place);
  const set = (place.settings ?? []).filter(each => each.scheme === file.scheme && each.parameter === key);
  const own: Applied[] = set.map(each => ({
    ...each,
    confidence: 'found',
    note: [each.documentNumber, whoSet(each)].filter(Boolean).join('，'),
  }));
  const say = (each: Applied): SchemeValue => ({
    ...{ from: each.from, to: each.to, confidence: each.confidence },
    words: valueWords(each.value, parameter.unit),
    note: each.note ?? null,
    districtName: each.district ? areaName(each.district) : null,
  });
  return {
    ...{ key, label: parameter.label },
    clause: current?.documentNumber ? '' : parameter.clause,
    url: current?.documentNumber ? null : (source?.url ?? null),
    documentNumber: current?.documentNumber ?? source?.number ?? parameter.document,
    documentTitle: source?.title ?? parameter.document,
    current: current ? say(current) : null,
    history: [...parameter.values, ...own].toSorted((a, b) => b.from.localeCompare(a.from)).map(say),
    district: parameter.district ?? null,
    shape: shapeOfParameter(parameter),
  };
}

function schemeRow(file: SchemeFile, kind: SchemeKind, place: Place): SchemeRow {
  const { sources } = definitions();
  const parameters = Object.entries(file.parameters);
  const shown = file.show.flatMap(key => valueOn(file, key, place) ?? []);
  // What says how much stands first: the law that says who is old is cited behind it.
  const cited = [...parameters.filter(([key]) => file.show.includes(key)), ...parameters];
  const documents = cited.map(([, each]) => sources.get(each.document)?.number ?? each.document);
  return {
    ...{ key: file.scheme, nameZh: file.nameZh, kind, who: file.who, how: file.how },
    pays: paysOf(file.scheme),
    documents: [...new Set(documents)],
    values: file.show.flatMap(key => {
      const [parameter, value] = [file.parameters[key], valueOn(file, key, place)];
      if (!parameter || !value) return [];
      return [{ label: parameter.label, words: valueWords(value.value, parameter.unit), confidence: value.confidence }];
    }),
    confidence: leastSure(shown.map(each => each.confidence)),
    isCalculated: !isAllowance(file.scheme),
  };
}

/** CONFIDENCES runs from sure to unsure. */
const leastSure = (held: readonly Confidence[]): Confidence =>
  CONFIDENCES[Math.max(0, ...held.map(each => CONFIDENCES.indexOf(each)))] ?? 'uncertain';

/** The examples of the folder with what the rule answers to them today: the screen cannot say anything else. */
function examplesOf(scheme: SchemeDefinition): SchemeExample[] {
  return casesOf(scheme.folder)
    .filter(each => !each.settings)
    .flatMap(each => {
      const answer = evaluateScheme(scheme, each.facts, { on: each.on, district: each.district ?? null });
      if ('problems' in answer) return [];
      const { state, amountFen, per, refusals, missing } = answer;
      const why = refusals.map(said => said.sentence).join('；');
      const lacks = missing.map(said => said.label).join('、');
      const sum = per === 'service' ? '符合' : `${fenToYuanText(amountFen)}元${PER_ENDS[per]}`;
      const said = { yes: sum, no: `不符合：${why}`, incomplete: `还缺：${lacks}`, undetermined: '符合，金额没有定' };
      return [{ name: each.name, on: each.on, answer: said[state] }];
    });
}

const PER_ENDS = { month: '/月', once: '', day: '/天' } as const;
