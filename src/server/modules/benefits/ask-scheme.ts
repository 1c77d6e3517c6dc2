import type { Outcome } from '#contracts/benefits/catalogue.ts';
import { DomainError } from '#contracts/errors.ts';
import type { Context } from '#platform/http/context.ts';
import { evaluateScheme } from './catalogue/evaluate.ts';
import { schemeOf } from './catalogue/register.ts';
import type { SchemeDefinition } from './catalogue/scheme.ts';
import { placeOf } from './read-schemes.ts';

export function getScheme(key: string): SchemeDefinition {
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
