import type { Outcome } from '#contracts/benefits/catalogue.ts';
import { CONFIDENCE_LABELS, isSure } from '#contracts/confidence.ts';
import { DomainError } from '#contracts/errors.ts';
import type { RecognitionKind } from '#contracts/relief-lifecycle.ts';
import type { ProcedureValue } from '#contracts/relief-recognitions.ts';
import type { Context } from '#platform/http/context.ts';
import { areaAt } from '#shared/area-codes.ts';
import type { CivilDate } from '#shared/dates.ts';
import { evaluateScheme } from './catalogue/evaluate.ts';
import { lawOn, type Place, valueOn } from './catalogue/law-on.ts';
import type { SchemeFile } from './catalogue/read-scheme-file.ts';
import { fileOf } from './catalogue/register.ts';
import type { SchemeDefinition } from './catalogue/scheme.ts';
import { valueWords } from './catalogue/value-words.ts';
import { listSettings } from './db/settings.ts';
import { definitions } from './law/definitions.ts';
import { destituteSupport } from './schemes/destitute-support/rule.ts';
import { lowIncomeFamily } from './schemes/low-income-family/rule.ts';
import { minimumLiving } from './schemes/minimum-living/rule.ts';
import { PAYING_LAW, PROCEDURE_LAW, type ProcedureKey } from './schemes/recognition-procedure.ts';

const SCHEMES = { minimumLiving, lowIncomeFamily, destituteSupport } as const satisfies Record<
  RecognitionKind,
  SchemeDefinition
>;

/** 低保, 低收入 or 特困 of one household on a day: amount by month in fen with each line's clause, or what would change the no. */
export function evaluateRecognition(kind: RecognitionKind, facts: object, on: CivilDate): Outcome {
  const outcome = evaluateScheme(SCHEMES[kind], facts, { on });
  if ('problems' in outcome) throw new DomainError('platform.invalid-input', outcome.problems[0]?.message);
  return outcome;
}

/** Months from the decision, a change or the end until they count; `ground` names the document for who reads it. */
export type Paying = Record<keyof typeof PAYING_LAW, number> & { ground: string };
export type Procedure = Record<ProcedureKey, number> & { values: ProcedureValue[]; paying: Paying };

/** How an application goes on a day in the district of an area: limits, who decides, when it is looked at again. */
export async function recognitionProcedure(
  ctx: Context,
  kind: RecognitionKind,
  of: { on: CivilDate; areaCode: string },
): Promise<Procedure> {
  const scheme = SCHEMES[kind];
  const place = { on: of.on, district: areaAt(of.areaCode, 'district'), settings: await listSettings(ctx) };
  const law = lawOn(scheme, fileOf(scheme), place);
  const numbers = Object.fromEntries(Object.keys(PROCEDURE_LAW).map(key => [key, Number(law[key] ?? 0)]));
  const paying = payingOf(fileOf(scheme), law, place);
  return { ...(numbers as Record<ProcedureKey, number>), values: sayValues(fileOf(scheme), place), paying };
}

function payingOf(file: SchemeFile, law: Record<string, unknown>, place: Place): Paying {
  const parameter = file.parameters.changeFromMonths;
  const applied = valueOn(file, 'changeFromMonths', place);
  const number = applied?.documentNumber ?? definitions().sources.get(parameter?.document ?? '')?.number ?? '';
  const unsure =
    applied && !isSure(applied.confidence) ? `（从哪个月起是${CONFIDENCE_LABELS[applied.confidence]}）` : '';
  return {
    ...{ payFromMonths: Number(law.payFromMonths ?? 1), changeFromMonths: Number(law.changeFromMonths ?? 1) },
    ground: parameter ? `${number} ${parameter.clause}${unsure}` : '',
  };
}

/** Everything else a scheme's file says bears on the amount. */
const OF_PROCEDURE: readonly string[] = [...Object.keys(PROCEDURE_LAW), ...Object.keys(PAYING_LAW), 'spotCheckPercent'];

/** The last day up to `on` on which a value that bears on the amount of a kind changed; null = never in this product. */
export function amountLawChangedOn(kind: RecognitionKind, on: CivilDate): CivilDate | null {
  const days = Object.entries(fileOf(SCHEMES[kind]).parameters).flatMap(([key, { values }]) =>
    OF_PROCEDURE.includes(key)
      ? []
      : values.flatMap((each, at) => {
          const before = values[at - 1];
          const isNew = before && JSON.stringify(before.value) !== JSON.stringify(each.value);
          return isNew && each.from <= on ? [each.from] : [];
        }),
  );
  return days.toSorted().at(-1) ?? null;
}

const MONTHS = ['当月起', '下月起'];

/** Values that read better in words than as a number. */
function wordsOf(key: string, value: unknown): string | undefined {
  if (key === 'streetDecides') return value === 1 ? '街道决定' : '区里决定';
  return Object.keys(PAYING_LAW).includes(key) ? MONTHS[Number(value)] : undefined;
}

function sayValues(file: SchemeFile, place: Place): ProcedureValue[] {
  return OF_PROCEDURE.flatMap(key => {
    const [parameter, applied] = [file.parameters[key], valueOn(file, key, place)];
    if (!parameter || !applied) return [];
    const words = wordsOf(key, applied.value) ?? valueWords(applied.value, parameter.unit).join('、');
    return {
      ...{ key, label: parameter.label, words },
      documentNumber: applied.documentNumber ?? definitions().sources.get(parameter.document)?.number ?? '',
      ...{ confidence: applied.confidence, note: applied.note ?? null },
    };
  });
}
