import type { Reason } from '#contracts/benefits/determination.ts';
import { SCHEME_LABELS, type Scheme } from '#contracts/benefits/schemes.ts';
import type { Law } from '../law/compile.ts';
import {
  type Dated,
  definitions,
  type OtherBenefit,
  otherBenefitTable,
  type ReasonCode,
  valueIn,
} from '../law/definitions.ts';
import { monthText } from '../rules/civil-numbers.ts';
import { BLOCKERS, type Decision, STARTS } from '../rules/decision.ts';
import type { Facts } from '../rules/facts.ts';

/** The part of a reason that is the same for everybody in a month. */
type Template = Pick<Reason, 'parameter' | 'documentNumber' | 'clause'> & { inputs: string[]; nameZh: string };
type Sheet = { codes: Map<string, Template>; tiers: Template[]; benefits: Template[] };
type AnyDated = Dated<unknown>;
type Row = Record<string, unknown>;

const sheets = new WeakMap<Law, Record<Scheme, Sheet>>();

/** Reason templates of a month, built once per law. */
export function sheetOf(law: Law, scheme: Scheme): Sheet {
  let all = sheets.get(law);
  if (!all) {
    all = {
      hardship: buildSheet(law, 'hardship'),
      care: buildSheet(law, 'care'),
      advancedAge: buildSheet(law, 'advancedAge'),
    };
    sheets.set(law, all);
  }
  return all[scheme];
}

function buildSheet(law: Law, scheme: Scheme): Sheet {
  const from = definitions();
  const month = monthText(law.month);
  const own = from[scheme].parameters as Record<string, AnyDated>;
  const numberOf = (document: string) => from.sources.get(document)?.number ?? document;
  const tierData = (valueIn(own.tiers as AnyDated, month) ?? []) as {
    key: string;
    nameZh: string;
    amountFen: number;
    clause: string;
  }[];
  const codes = new Map<string, Template>();
  for (const code of from.reasonCodes) {
    const { id, parameter } = parameterOf(code, scheme);
    if (!parameter) continue;
    // A list of tiers or benefits is not one value; the reason for the one met carries it.
    const value = valueIn(parameter, month);
    codes.set(code.code, {
      nameZh: code.nameZh,
      inputs: code.inputs,
      parameter: { id, value: Array.isArray(value) ? null : value },
      documentNumber: numberOf(parameter.document),
      clause: parameter.clause,
    });
  }
  if (scheme === 'advancedAge') fillAge(codes, law.advancedAge.tiers.at(-1)?.minAge ?? null);
  const measure160 = numberOf(from.measure.parameters.otherBenefits.document);
  return {
    codes,
    tiers: tierData
      .toSorted((a, b) => b.amountFen - a.amountFen)
      .map(tier => ({
        nameZh: tier.nameZh,
        inputs: TIER_INPUTS[scheme],
        parameter: { id: `${scheme}.tiers.${tier.key}`, value: tier.amountFen },
        documentNumber: numberOf((own.tiers as AnyDated).document),
        clause: tier.clause,
      })),
    benefits: otherBenefitTable(from).map(benefit => benefitTemplate(benefit, measure160)),
  };
}

const TIER_INPUTS: Record<Scheme, string[]> = {
  hardship: ['economicClass', 'familyPlanningSpecial'],
  care: ['abilityLevel', 'abilityAssessedOn', 'disabilities', 'multipleDisability'],
  advancedAge: ['bornOn'],
};

const benefitTemplate = (benefit: OtherBenefit, documentNumber: string): Template => ({
  nameZh: benefit.nameZh,
  inputs: [],
  parameter: { id: `measure.otherBenefits.${benefit.code}`, value: benefit.effect },
  documentNumber,
  clause: benefit.clause,
});

function fillAge(codes: Map<string, Template>, minAge: number | null): void {
  const tiers = codes.get('not-qualified');
  const below = codes.get('below-age');
  if (tiers && below) codes.set('below-age', { ...below, parameter: { id: 'advancedAge.tiers', value: minAge } });
}

function parameterOf(code: ReasonCode, scheme: Scheme): { id: string; parameter: AnyDated | undefined } {
  const from = definitions();
  const [owner, name = ''] = code.parameter.split('.');
  const key = name === 'age' ? (scheme === 'advancedAge' ? 'tiers' : 'minAge') : name;
  const set = (owner === 'measure' ? from.measure.parameters : from[scheme].parameters) as Record<string, AnyDated>;
  return { id: `${owner === 'measure' ? 'measure' : scheme}.${key}`, parameter: set[key] };
}

/** The reasons of one decision: for a payment what it rests on, for a refusal everything that stands in its way. */
export function reasonsOf(question: {
  scheme: Scheme;
  row: Row;
  facts: Facts;
  law: Law;
  decision: Decision;
}): Reason[] {
  const { scheme, row, decision, law, facts } = question;
  const sheet = sheetOf(law, scheme);
  const reasons: Reason[] = [];
  const push = (code: string, template = sheet.codes.get(code), input?: Row) => {
    if (!template) return;
    const { parameter, documentNumber, clause } = template;
    reasons.push({ code, input: input ?? echo(template.inputs, row, scheme), parameter, documentNumber, clause });
  };
  const benefit = (code: string, mask: number) => {
    for (let bits = mask; bits !== 0; bits &= bits - 1) {
      const template = sheet.benefits[31 - Math.clz32(bits & -bits)];
      if (template) push(code, template, { otherBenefits: template.nameZh });
    }
  };
  const conflicts = scheme === 'advancedAge' ? null : law[scheme].conflicts;
  if (decision.amountFen > 0) {
    push('hukou-in-beijing');
    push('qualified', sheet.tiers[decision.tier]);
    if (conflicts) benefit('higher-chosen', facts.benefits & conflicts.higher);
    if (scheme === 'care') benefit('coordinate-insurance', facts.benefits & coordinateMask());
    push(STARTS[decision.start] ?? 'from-application-month');
    push('paid-by-district');
    return reasons;
  }
  for (let bits = decision.blockers; bits !== 0; bits &= bits - 1) {
    const code = BLOCKERS[31 - Math.clz32(bits & -bits)] ?? '';
    if (code === 'excluded-by-benefit') benefit(code, facts.benefits & (conflicts?.excludes ?? 0));
    else if (code === 'chose-other-benefit') benefit(code, facts.benefits & (conflicts?.chooses ?? 0));
    else if (code === 'other-benefit-higher') benefit(code, facts.benefits & (conflicts?.higher ?? 0));
    else if (code === 'not-qualified') push(code, sheet.codes.get(code), echo(TIER_INPUTS[scheme], row, scheme));
    else push(code);
  }
  return reasons;
}

let coordinating: number | undefined;
function coordinateMask(): number {
  coordinating ??= otherBenefitTable(definitions()).reduce(
    (mask, each, bit) => (each.effect === 'coordinates' ? mask | (1 << bit) : mask),
    0,
  );
  return coordinating;
}

const PER_SCHEME = new Set(['appliedOn', 'conditionsMetOn', 'conditionsLostOn', 'reviewFailedOn']);

/** The facts as they stood in the file; fields kept per scheme show that scheme's day only. */
function echo(fields: string[], row: Row, scheme: Scheme): Row {
  const shown: Row = {};
  for (let at = 0; at < fields.length; at++) {
    const field = fields[at] ?? '';
    const value = row[field];
    // Only these hold an object; every other value is shown as it stands.
    const own = typeof value === 'object' && value !== null && PER_SCHEME.has(field);
    shown[field] = (own ? (value as Row)[scheme] : value) ?? null;
  }
  return shown;
}

/** Adds the plain sentence, confidence and address of the document to each reason (`--explain`). */
export function explainReasons(reasons: Reason[], scheme: Scheme, law: Law): Reason[] {
  const from = definitions();
  const names = new Map(from.reasonCodes.map(code => [code.code, code]));
  const sheet = sheetOf(law, scheme);
  const byParameter = new Map([...sheet.tiers, ...sheet.benefits].map(each => [each.parameter.id, each.nameZh]));
  return reasons.map(reason => {
    const [owner, key = ''] = reason.parameter.id.split('.');
    const set = (owner === 'measure' ? from.measure.parameters : from[scheme].parameters) as Record<string, AnyDated>;
    const values = set[key]?.values as { from: string; confidence: string }[] | undefined;
    const what = byParameter.get(reason.parameter.id);
    const source = set[key] ? from.sources.get(set[key].document) : undefined;
    return {
      ...reason,
      sentence: `${SCHEME_LABELS[scheme]}：${names.get(reason.code)?.nameZh ?? reason.code}${what ? `（${what}）` : ''}，依据${reason.documentNumber}${reason.clause}`,
      confidence: values?.[0]?.confidence ?? 'uncertain',
      url: source?.url ?? null,
    };
  });
}
