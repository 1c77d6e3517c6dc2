import type { z } from 'zod';
import {
  CARD_KIND_LABELS,
  type Card,
  cardLifecycle,
  type recordCard as recordEndpoint,
  type stepCard as stepEndpoint,
} from '#contracts/elders/cards.ts';
import { DomainError } from '#contracts/errors.ts';
import { nextActions } from '#contracts/lifecycle.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { advance } from '#platform/lifecycle/advance.ts';
import { seal } from '#platform/secrets/seal.ts';
import { newId } from '#shared/ids.ts';
import { lockLiving } from './change-elder.ts';
import * as db from './db/cards.ts';
import { getElder } from './read-elder.ts';

export async function listCards(ctx: Context, elderId: string): Promise<{ rows: Card[] }> {
  await getElder(ctx, elderId);
  ctx.saw(elderId);
  const rows = await db.listCards(ctx, elderId);
  return {
    rows: rows.map(row => ({
      ...{ id: row.card_id, kind: row.kind, status: row.status, numberMasked: `****${row.number_last4}` },
      ...{ issuedOn: row.issued_on, validTo: row.valid_to, recordedBy: row.recorded_by_name },
      expired: row.valid_to !== null && row.valid_to < ctx.today,
      actions: nextActions(cardLifecycle, row.status, ctx.actor.role),
    })),
  };
}

const subjectOf = (id: string, of: { elderId: string; areaCode: string }) => ({ kind: 'card', id, ...of });

export async function recordCard(ctx: Context, elderId: string, body: z.output<typeof recordEndpoint.body>) {
  const elder = await lockLiving(ctx, elderId);
  const { kind, number, issuedOn = null, validTo = null } = body;
  if (issuedOn && validTo && validTo < issuedOn)
    throw new DomainError('platform.invalid-input', undefined, { validTo: '有效期早于发卡日期，请核对' });
  const id = newId();
  const { areaCode } = elder;
  const subject = subjectOf(id, { elderId, areaCode });
  const label = CARD_KIND_LABELS[kind];
  const made = await db.insertCard(ctx, {
    ...{ elder_id: elderId, card_id: id, area_code: areaCode, kind, status: 'in-use' as const },
    sealed: seal(ctx.keys, { table: 'elder_cards', elderId }, { cardId: id, number }),
    ...{ number_last4: number.slice(-4), issued_on: issuedOn, valid_to: validTo },
  });
  if (!made) throw new DomainError('elders.card', `已有一张${label}在用，请先登记停用旧卡`);
  await advance(ctx, { table: cardLifecycle, subject, status: null, action: 'record-card', note: label });
  await record(ctx, {
    action: 'elders.record-card',
    subject,
    ...{ elderId, areaCode, note: label, after: { kind, issuedOn, validTo, number: '已隐去' } },
  });
  return { id };
}

export async function stepCard(
  ctx: Context,
  of: { elderId: string; cardId: string },
  body: z.output<typeof stepEndpoint.body>,
) {
  const row = await db.lockCard(ctx, of.elderId, of.cardId);
  if (!row) throw new DomainError('platform.not-found');
  const { elder_id: elderId, area_code: areaCode } = row;
  const subject = subjectOf(row.card_id, { elderId, areaCode });
  const note = [CARD_KIND_LABELS[row.kind], body.note].filter(Boolean).join('：');
  const status = await advance(ctx, { table: cardLifecycle, subject, status: row.status, action: body.action, note });
  await db.setCardStatus(ctx, row, status);
  await record(ctx, { action: `elders.${body.action}`, subject, elderId, areaCode, note, after: { status } });
  return { status };
}
