import type { z } from 'zod';
import { DomainError } from '#contracts/errors.ts';
import type { AdaptationProduct, addAdaptationProduct } from '#contracts/home-adaptation-products.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { newId } from '#shared/ids.ts';
import * as db from './db.ts';
import { districtOf } from './plan-adaptation.ts';
import { thinClasses } from './rules.ts';

/** The catalogue in use; which district's, for those whose post is above one. */
export async function listCatalogue(ctx: Context, asked: string | undefined) {
  const areaCode = districtOf(asked ?? ctx.actor.areaCode);
  const found = await db.listProducts(ctx, areaCode);
  const rows = found.map(row => ({
    ...{ id: row.product_id, class: row.class, name: row.name, unit: row.unit, priceFen: row.price_fen },
    ...{ payment: row.payment, basis: row.basis, fromOn: row.from_on, setBy: row.set_by },
  }));
  return { areaCode, rows: rows as AdaptationProduct[], thin: thinClasses(found) };
}

export async function addProduct(ctx: Context, body: z.output<typeof addAdaptationProduct.body>) {
  const id = newId();
  const areaCode = districtOf(ctx.actor.areaCode);
  const { class: of, name, unit, priceFen, payment, basis } = body;
  await db.insertProduct(ctx, {
    ...{ product_id: id, area_code: areaCode, class: of, name, unit, price_fen: priceFen, payment, basis },
    ...{ from_on: ctx.today, withdrawn_on: null, set_by: ctx.actor.name },
  });
  const subject = { kind: 'home-adaptation-product', id };
  await record(ctx, {
    action: 'home-adaptations.add-product',
    subject,
    areaCode,
    note: name,
    after: { priceFen, payment },
  });
  return { id };
}

/** Plans keep their own copy of name and price. */
export async function dropProduct(ctx: Context, id: string) {
  const areaCode = districtOf(ctx.actor.areaCode);
  if (!(await db.withdrawProduct(ctx, id, areaCode)))
    throw new DomainError('platform.not-found', '没有找到这种产品，或已停用，或不是本区的');
  await record(ctx, {
    action: 'home-adaptations.drop-product',
    subject: { kind: 'home-adaptation-product', id },
    areaCode,
  });
  return { id };
}
