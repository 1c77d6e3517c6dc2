import type { z } from 'zod';
import type * as contract from '#contracts/benefits/insurance.ts';
import { DomainError } from '#contracts/errors.ts';
import { record } from '#platform/audit/record.ts';
import { asBatch } from '#platform/database/as-batch.ts';
import type { Context } from '#platform/http/context.ts';
import { dayWords } from '#shared/dates.ts';
import { newId } from '#shared/ids.ts';
import { findPerson } from '../db/people.ts';
import { reachesInsurance } from '../for-others.ts';
import * as db from './db.ts';

const FOREVER = '9999-12-31';

async function personOf(ctx: Context, elderId: string) {
  const person = await findPerson(ctx, elderId);
  if (!person) throw new DomainError('benefits.elder-not-here');
  ctx.saw(elderId);
  return person;
}

export async function readInsurances(ctx: Context, elderId: string): Promise<z.output<typeof contract.Insurances>> {
  const person = await personOf(ctx, elderId);
  const rows = await db.listOf(ctx, elderId);
  return {
    rows: rows.map(row => ({
      ...{ id: row.insurance_id, grade: row.grade, fromOn: row.from_on, toOn: row.to_on, evidence: row.evidence },
      ...{ enteredBy: row.entered_by, enteredAt: row.entered_at, endedNote: row.ended_note, endedBy: row.ended_by },
    })),
    standing: rows.some(row => row.from_on <= ctx.today && ctx.today <= (row.to_on ?? FOREVER)),
    levelReaches: reachesInsurance(person.ability_level, ctx.today),
  };
}

type Entered = z.output<typeof contract.enterInsurance.body>;

/** From the insurer's decision; two of one person never overlap. */
export async function enterInsurance(ctx: Context, elderId: string, body: Entered) {
  const { area_code: areaCode } = await personOf(ctx, elderId);
  const { grade, fromOn, toOn = null, evidence } = body;
  if (toOn !== null && toOn < fromOn)
    throw new DomainError('platform.invalid-input', undefined, { toOn: '最后一天早于开始，请核对' });
  const other = (await db.listOf(ctx, elderId, true)).find(
    row => row.from_on <= (toOn ?? FOREVER) && fromOn <= (row.to_on ?? FOREVER),
  );
  if (other)
    throw new DomainError(
      'platform.wrong-state',
      `${dayWords(other.from_on)}起的${other.grade}还没有结束，和这一段重叠；先写它到哪天为止`,
    );
  const row = { elder_id: elderId, insurance_id: newId(), area_code: areaCode, grade, evidence };
  await db.insert(ctx, { ...row, from_on: fromOn, to_on: toOn });
  await note(ctx, {
    action: 'benefits.enter-insurance',
    elderId,
    areaCode,
    note: `${grade}，${dayWords(fromOn)}起，${evidence}`,
  });
  return readInsurances(ctx, elderId);
}

type Ended = z.output<typeof contract.endInsurance.body>;
export async function endInsurance(ctx: Context, of: { elderId: string; id: string }, { lastOn, note: why }: Ended) {
  const { area_code: areaCode } = await personOf(ctx, of.elderId);
  const row = (await db.listOf(ctx, of.elderId, true)).find(each => each.insurance_id === of.id);
  if (!row) throw new DomainError('platform.not-found', '没有这一段长护险待遇');
  if (lastOn < row.from_on)
    throw new DomainError('platform.invalid-input', undefined, {
      lastOn: `早于开始的${dayWords(row.from_on)}，请核对`,
    });
  if (row.to_on !== null && lastOn > row.to_on)
    throw new DomainError('platform.wrong-state', `已经写到${dayWords(row.to_on)}为止；要延长的另登记一段`);
  await db.end(ctx, { ...of, lastOn, note: why });
  await note(ctx, {
    action: 'benefits.end-insurance',
    elderId: of.elderId,
    areaCode,
    note: `到${dayWords(lastOn)}：${why}`,
  });
  return readInsurances(ctx, of.elderId);
}

const note = (ctx: Context, of: { action: string; elderId: string; areaCode: string; note: string }) =>
  record(ctx, { ...of, subject: { kind: 'elder', id: of.elderId } });

/** Does the person's own benefit of the long-term care insurance stand on a day? Asked before a price is split, whoever acts. */
export const hasInsurance = (ctx: Context, of: { elderId: string; on: string }): Promise<boolean> =>
  asBatch(ctx, { areaCode: '110000000000', why: '分摊价格前看长护险待遇' }, inner => db.isInsured(inner, of));
