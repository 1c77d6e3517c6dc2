import type { Outcome } from '#contracts/benefits/catalogue.ts';
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
import { PROCEDURE_LAW, type ProcedureKey } from './schemes/recognition-procedure.ts';

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

export type Procedure = Record<ProcedureKey, number> & { values: ProcedureValue[] };

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
  return { ...(numbers as Record<ProcedureKey, number>), values: sayValues(fileOf(scheme), place) };
}

const SHOWN = [...Object.keys(PROCEDURE_LAW), 'spotCheckPercent'];

function sayValues(file: SchemeFile, place: Place): ProcedureValue[] {
  return SHOWN.flatMap(key => {
    const [parameter, applied] = [file.parameters[key], valueOn(file, key, place)];
    if (!parameter || !applied) return [];
    const words = key === 'streetDecides' ? (applied.value === 1 ? '街道决定' : '区里决定') : '';
    return {
      ...{ key, label: parameter.label, words: words || valueWords(applied.value, parameter.unit).join('、') },
      documentNumber: applied.documentNumber ?? definitions().sources.get(parameter.document)?.number ?? '',
      ...{ confidence: applied.confidence, note: applied.note ?? null },
    };
  });
}
