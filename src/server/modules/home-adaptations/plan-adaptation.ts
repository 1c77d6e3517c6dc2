import { DomainError } from '#contracts/errors.ts';
import { PRODUCT_CLASS_LABELS } from '#contracts/home-adaptation-lifecycle.ts';
import type { AdaptationStep, PlanItem } from '#contracts/home-adaptations.ts';
import { adaptationSubsidy } from '#modules/benefits/catalogue/index.ts';
import { asBatch } from '#platform/database/as-batch.ts';
import type { Context } from '#platform/http/context.ts';
import { areaAt } from '#shared/area-codes.ts';
import { fenToYuanText } from '#shared/money.ts';
import * as db from './db.ts';
import { thinClasses, totalsOf } from './rules.ts';
import type { Change } from './take-step.ts';

export const districtOf = (areaCode: string): string => areaAt(areaCode, 'district');

/** Items of the district's catalogue at today's prices; each class must leave a choice. The subsidy is an estimate yet. */
export async function makePlan(
  ctx: Context,
  row: db.AdaptationRecord,
  step: Extract<AdaptationStep, { action: 'plan' }>,
): Promise<Omit<Change, 'action'>> {
  const products = await db.listProducts(ctx, districtOf(row.area_code));
  const plan = step.items.map(({ productId, quantity }): PlanItem => {
    const product = products.find(one => one.product_id === productId);
    if (!product) throw new DomainError('platform.invalid-input', undefined, { items: '有产品已停用，请重新选' });
    const { class: of, name, unit, payment, price_fen: priceFen } = product;
    const item = { productId, class: of, name, unit, payment, priceFen, quantity, costFen: priceFen * quantity };
    return item as PlanItem;
  });
  const thin = thinClasses(products).find(one => plan.some(item => item.class === one));
  if (thin)
    throw new DomainError(
      'home-adaptations.thin-class',
      `“${PRODUCT_CLASS_LABELS[thin]}”目录里不到两种产品，不能进方案`,
    );
  const { costFen, governmentFen } = totalsOf(plan);
  const set = {
    ...{ planned_on: ctx.today, plan, plan_note: step.note, cost_fen: costFen, government_fen: governmentFen },
    ...(await subsidyOf(ctx, { ...row, government_fen: governmentFen }, ctx.today)),
  };
  return { set, note: `共${plan.length}项，${fenToYuanText(costFen)}元，估算补贴${fenToYuanText(set.subsidy_fen)}元` };
}

/** By the district's standard on a day, after what the household had before. */
export async function subsidyOf(
  ctx: Context,
  row: db.AdaptationRecord,
  acceptedOn: string,
): Promise<{ subsidy_fen: number; subsidy_lines: object[] }> {
  const costFen = row.government_fen ?? 0;
  if (costFen === 0) return { subsidy_fen: 0, subsidy_lines: [] };
  const district = districtOf(row.area_code);
  const outcome = await asBatch(ctx, { areaCode: district, why: '适老化改造：看这一户以前补过多少' }, async inner =>
    adaptationSubsidy(inner, {
      ...{ areaCode: row.area_code, costFen, beforeFen: await db.paidToHousehold(inner, row.elder_id) },
      ...{ assessedOn: row.assessed_on ?? acceptedOn, acceptedOn },
    }),
  );
  const grounds =
    outcome.state === 'yes'
      ? outcome.lines
      : outcome.refusals.map(each => ({
          ...each,
          ...{ amountFen: 0, per: 'once', payee: 'person' },
        }));
  return { subsidy_fen: outcome.amountFen, subsidy_lines: grounds };
}
