import type { Person } from '#contracts/benefits/person.ts';
import { SCHEMES } from '#contracts/benefits/schemes.ts';
import { DomainError } from '#contracts/errors.ts';
import type { Context } from '#platform/http/context.ts';
import { outcomesOf } from './catalogue/elder-schemes.ts';
import { listSettings } from './db/settings.ts';
import { determine } from './explain/determine.ts';
import { monthOrToday } from './explain-benefits.ts';
import { lawOf } from './law/compile.ts';
import { definitions, otherBenefitTable } from './law/definitions.ts';
import { checkedRules } from './read-schemes.ts';
import { monthIndex } from './rules/civil-numbers.ts';

type Question = Pick<
  Person,
  'bornOn' | 'hukouInBeijing' | 'economicClass' | 'abilityLevel' | 'abilityAssessedOn' | 'disabilities'
> & {
  month?: string | undefined;
  familyPlanningSpecial: boolean;
  otherBenefits: string[];
  living?: string | undefined;
  district?: string | undefined;
};

/**
 * Evaluates facts given without a name, as if all were applied for in that month: what a visitor wants to know is what
 * there is, not that nothing has been applied for. Nothing of it is stored.
 */
export async function askBenefits(ctx: Context, { month: asked, living, district, ...facts }: Question) {
  const month = monthOrToday(ctx.today, asked);
  const appliedOn = Object.fromEntries(SCHEMES.map(scheme => [scheme, `${month}-01`]));
  const answer = determine({ ...facts, id: 'visitor', appliedOn }, lawOf(monthIndex(month)), true);
  if ('problems' in answer) {
    const fields = Object.fromEntries(answer.problems.map(each => [each.field, each.message]));
    throw new DomainError('platform.invalid-input', undefined, fields);
  }
  const totalFen = answer.results.reduce((sum, each) => sum + each.amountFen, 0);
  const fenOf = (scheme: string) => answer.results.find(each => each.scheme === scheme)?.amountFen ?? 0;
  const told = { ...facts, living, careAllowanceFen: fenOf('care'), hardshipAllowance: fenOf('hardship') > 0 };
  const when = { on: `${month}-01`, settings: await listSettings(ctx), district: district ?? null };
  return { month, totalFen, schemes: answer.results, others: outcomesOf(told, null, when), checked: checkedRules() };
}

export const otherBenefits = () => ({
  rows: otherBenefitTable(definitions()).map(({ code, nameZh, effect, schemes }) => ({
    code,
    label: nameZh,
    effect,
    schemes,
  })),
});
