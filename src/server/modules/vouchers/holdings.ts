import { DomainError } from '#contracts/errors.ts';
import { VOUCHER_STATUS_LABELS } from '#contracts/voucher-lifecycle.ts';
import type { ElderVouchers, Voucher, VoucherRedemption } from '#contracts/vouchers.ts';
import { areaName } from '#modules/areas/index.ts';
import { firmsOffering } from '#modules/providers/index.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { pageOf, readCursor } from '#platform/http/paging.ts';
import { publish } from '#platform/outbox/publish.ts';
import { haversineMetres } from '#shared/geo.ts';
import { fenToYuanText } from '#shared/money.ts';
import { listRedemptions, type RedemptionRow, sumRedemptions } from './db-redemptions.ts';
import * as db from './db-vouchers.ts';
import { itemsOf, stateOf } from './rules.ts';

const voucherOf = (ctx: Context, row: db.VoucherRow): Voucher => ({
  ...{ id: row.voucher_id, schemeId: row.scheme_id, issueId: row.issue_id, schemeName: row.scheme_name },
  ...{ periodKey: row.period_key, elderId: row.elder_id, elderName: row.elder_name, areaCode: row.area_code },
  ...{ areaName: areaName(row.area_code), payerName: areaName(row.payer_code), because: row.because },
  ...{ items: itemsOf(row), valueFen: row.value_fen, balanceFen: row.balance_fen, validFrom: row.valid_from },
  ...{ validTo: row.valid_to, confidence: row.confidence, documentNumber: row.document_number },
  ...{ status: row.status, state: stateOf(row, ctx.today), note: row.note },
});

const redemptionOf = (row: RedemptionRow): VoucherRedemption => ({
  ...{ id: row.redemption_id, kind: row.kind, voucherId: row.voucher_id, schemeName: row.scheme_name },
  ...{ elderId: row.elder_id, elderName: row.elder_name, providerId: row.provider_id, providerName: row.provider_name },
  ...{ orderId: row.order_id, itemName: row.item_name, servedOn: row.served_on, amountFen: row.amount_fen },
  ...{ reason: row.reason, madeAt: row.made_at, statementId: row.statement_id },
});

type Asked = {
  schemeId?: string | undefined;
  issueId?: string | undefined;
  status?: string | undefined;
  cursor?: string | undefined;
  limit: number;
};

export async function readVouchers(ctx: Context, asked: Asked) {
  const filter = { schemeId: asked.schemeId ?? null, issueId: asked.issueId ?? null, status: asked.status ?? null };
  const found = await db.listVouchers(ctx, { ...filter, after: readCursor(asked.cursor), limit: asked.limit + 1 });
  const { kept, nextCursor } = pageOf(found, asked.limit, row => [row.area_code + row.elder_name, row.voucher_id]);
  ctx.saw(...kept.map(row => row.elder_id));
  return { rows: kept.map(row => voucherOf(ctx, row)), nextCursor, total: await db.countVouchers(ctx, filter) };
}

/** How many places the holder is shown: those nearest to the home. */
const PLACES = 8;

/** What a person holds, what it buys and where: any provider of the catalogue that offers it and works. */
export async function readElderVouchers(ctx: Context, elderId: string): Promise<ElderVouchers> {
  const person = await db.findPerson(ctx, elderId);
  if (!person) throw new DomainError('platform.not-found');
  ctx.saw(elderId);
  const vouchers = (await db.listOfElder(ctx, elderId)).map(row => voucherOf(ctx, row));
  const usable = vouchers.filter(one => one.state === 'usable');
  const redemptions = await listRedemptions(ctx, { elderId, after: undefined, limit: 20 });
  return {
    ...{ elderId, elderName: person.name, vouchers, redemptions: redemptions.map(redemptionOf) },
    balanceFen: usable.reduce((sum, one) => sum + one.balanceFen, 0),
    places: await placesOf(
      ctx,
      person,
      usable.flatMap(one => one.items),
    ),
  };
}

export async function placesOf(
  ctx: Context,
  person: db.Person,
  items: Voucher['items'],
): Promise<ElderVouchers['places']> {
  const found = new Map<string, ElderVouchers['places'][number]>();
  for (const { code, name } of new Map(items.map(item => [item.code, item])).values()) {
    for (const firm of await firmsOffering(ctx, code)) {
      if (firm.status !== 'operating') continue;
      const home = person.lon !== null && person.lat !== null ? ([person.lon, person.lat] as const) : null;
      const metres = home && Math.round(haversineMetres(home, firm.point));
      const { providerId } = firm;
      const place = found.get(providerId) ?? { providerId, name: firm.name, items: [], metres };
      found.set(providerId, { ...place, items: [...place.items, name] });
    }
  }
  return [...found.values()].sort((a, b) => (a.metres ?? 0) - (b.metres ?? 0)).slice(0, PLACES);
}

export async function readMyVouchers(ctx: Context): Promise<ElderVouchers> {
  if (!ctx.actor.elderId) throw new DomainError('platform.not-found', '这个岗位没有绑定老年人');
  return readElderVouchers(ctx, ctx.actor.elderId);
}

/** Off the list before its check, or stopped afterwards: what was spent of it stays spent. */
export async function endVoucher(ctx: Context, id: string, note: string): Promise<Voucher> {
  const row = await db.findVoucher(ctx, id, true);
  if (!row) throw new DomainError('platform.not-found', '没有找到这张服务券，或不在您的辖区');
  if (row.status !== 'proposed' && row.status !== 'active')
    throw new DomainError('platform.wrong-state', `这张券${VOUCHER_STATUS_LABELS[row.status]}，不能再停用`);
  await db.endByHand(ctx, row, note);
  const after = { ...row, note, status: row.status === 'proposed' ? 'removed' : 'stopped' } as const;
  ctx.saw(row.elder_id);
  const of = { elderId: row.elder_id, areaCode: row.area_code, voucherId: id };
  if (row.status === 'active') await publish(ctx, { name: 'voucher.told', ...of, what: 'ended' });
  await record(ctx, {
    ...{ action: `vouchers.${row.status === 'proposed' ? 'remove' : 'end'}`, subject: { kind: 'voucher', id } },
    ...{ elderId: row.elder_id, areaCode: row.area_code, note: `${note}，余${fenToYuanText(row.balance_fen)}元` },
  });
  return voucherOf(ctx, after);
}

type Sought = Parameters<typeof sumRedemptions>[1] & { cursor?: string | undefined; limit: number };

export async function readRedemptions(ctx: Context, { cursor, limit, ...filter }: Sought) {
  const found = await listRedemptions(ctx, { ...filter, after: readCursor(cursor), limit: limit + 1 });
  const { kept, nextCursor } = pageOf(found, limit, row => [row.made_at, row.redemption_id]);
  ctx.saw(...kept.map(row => row.elder_id));
  const { n, fen, elders, providers } = await sumRedemptions(ctx, filter);
  return { rows: kept.map(redemptionOf), nextCursor, total: n, totalFen: fen, elders, providers };
}
