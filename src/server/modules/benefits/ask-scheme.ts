import type { Outcome, SchemeParameter } from '#contracts/benefits/catalogue.ts';
import { DomainError } from '#contracts/errors.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { areaAt } from '#shared/area-codes.ts';
import { evaluateScheme } from './catalogue/evaluate.ts';
import { checkSetting } from './catalogue/law-on.ts';
import { fileOf, schemeOf } from './catalogue/register.ts';
import type { SchemeDefinition } from './catalogue/scheme.ts';
import { insertSetting } from './db/settings.ts';
import { parameterOf, placeOf } from './read-schemes.ts';

function getScheme(key: string): SchemeDefinition {
  const scheme = schemeOf(key);
  if (!scheme) throw new DomainError('benefits.scheme-unknown');
  return scheme;
}

type Question = { facts: Record<string, unknown>; on?: string | undefined; district?: string | undefined };

/** One scheme on facts typed in; nothing of it is stored. */
export async function askScheme(ctx: Context, key: string, question: Question): Promise<Outcome> {
  const answer = evaluateScheme(getScheme(key), question.facts, await placeOf(ctx, question));
  if (!('problems' in answer)) return answer;
  const fields = Object.fromEntries(answer.problems.map(each => [each.field, each.message]));
  throw new DomainError('platform.invalid-input', undefined, fields);
}

type Wanted = { parameter: string; value: number; from: string; documentNumber: string };

/** A district's own value, from a day on; the city's law where none is left to districts stays untouched. */
export async function setSchemeValue(ctx: Context, key: string, wanted: Wanted): Promise<SchemeParameter> {
  const scheme = getScheme(key);
  const file = fileOf(scheme);
  checkSetting(file, wanted.parameter, { value: wanted.value, on: wanted.from });
  const shape = scheme.law[wanted.parameter]?.safeParse(wanted.value);
  if (shape && !shape.success)
    throw new DomainError('platform.invalid-input', undefined, { value: '这个值要是整数（金额按分）' });
  const district = areaAt(ctx.actor.areaCode, 'district');
  await insertSetting(ctx, { ...wanted, scheme: scheme.key, district, to: null });
  await record(ctx, {
    action: 'benefits.set-value',
    subject: { kind: 'benefit-scheme', id: scheme.key },
    areaCode: district,
    note: `${file.nameZh}，${file.parameters[wanted.parameter]?.label ?? ''}，${wanted.documentNumber}`,
    after: { ...wanted },
  });
  return parameterOf(file, wanted.parameter, await placeOf(ctx, { on: wanted.from, district }));
}
