import { SCHEME_LABELS, type Scheme } from '#contracts/benefits/schemes.ts';
import type { Context } from '#platform/http/context.ts';
import { areaRange } from '#shared/area-codes.ts';
import { listPeople } from './db/people.ts';
import { type Determined, determinePeople } from './determine/determine-people.ts';
import { fillEarlierMonths, monthsBetween, raiseRates } from './determine/earlier-months.ts';
import { evaluatePerson } from './evaluate-person.ts';

export type ForPayer = {
  payerCode: string;
  month: string /** First month the payer pays in this product. */;
  floor: string;
};

/**
 * Everything a district owes up to a month: the month itself for its 户籍, earlier months for late applications, and
 * raised rates of months past. Caller runs as batch over the whole city: the people may live anywhere in it.
 */
export async function determineForPayer(
  ctx: Context,
  of: ForPayer,
): Promise<Determined & { raised: number; filled: number }> {
  const { from, to } = areaRange(of.payerCode);
  const people = { by: 'hukou' as const, from, to, since: null };
  const done = await determinePeople(ctx, { month: of.month, people, batchId: null, wantsOffers: false });
  let raised = 0;
  for (const month of monthsBetween(of.floor, of.month)) raised += await raiseRates(ctx, { ...of, month });
  const filled = await fillEarlierMonths(ctx, of);
  return { ...done, raised, filled };
}

/** Why these people are not paid a scheme in a month: the first thing in the way, in one sentence. */
export async function explainStops(
  ctx: Context,
  month: string,
  asked: readonly { elderId: string; scheme: Scheme }[],
): Promise<string[]> {
  const people = new Map(
    (
      await listPeople(
        ctx,
        asked.map(each => each.elderId),
      )
    ).map(row => [row.elder_id, row]),
  );
  return asked.map(({ elderId, scheme }) => {
    const person = people.get(elderId);
    if (!person) return '登记册里已经没有这个人';
    const answer = evaluatePerson(person, { month, explain: true, grantedOnly: true });
    if ('problems' in answer) return `人员档案里有内容不对：${answer.problems.map(each => each.message).join('；')}`;
    const result = answer.results.find(each => each.scheme === scheme);
    const reason = result?.reasons[0]?.sentence?.replace(`${SCHEME_LABELS[scheme]}：`, '');
    if (result && result.amountFen > 0) return `户籍已不在本区，由${result.paidBy ?? '现户籍区'}发放`;
    return reason ?? '没有找到理由';
  });
}
