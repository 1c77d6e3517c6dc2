import type { Scheme } from '#contracts/benefits/schemes.ts';
import type { Law } from '../law/compile.ts';
import type { Decision } from '../rules/decision.ts';
import type { Facts } from '../rules/facts.ts';
import { decideAdvancedAge } from '../schemes/advanced-age-allowance/rule.ts';
import { decideCare } from '../schemes/care-allowance/rule.ts';
import { decideHardship } from '../schemes/hardship-allowance/rule.ts';

/** The one place that knows which rule decides which scheme; `law.month` is the month decided. */
export function decide(scheme: Scheme, facts: Facts, law: Law): Decision {
  if (scheme === 'hardship') return decideHardship(facts, law.hardship, law.span);
  if (scheme === 'care') return decideCare(facts, law.care, law.span);
  return decideAdvancedAge(facts, law.advancedAge, law.span);
}
