import type { z } from 'zod';
import { DomainError } from '#contracts/errors.ts';
import type { answerRecheck as endpoint } from '#contracts/relief-rechecks.ts';
import { takeRecord } from '#modules/elders/index.ts';
import { comparePayments, recoverSince } from '#modules/payments/index.ts';
import { record } from '#platform/audit/record.ts';
import { asBatch } from '#platform/database/as-batch.ts';
import type { Context } from '#platform/http/context.ts';
import { closeDuties, openDuty } from '#platform/lifecycle/advance.ts';
import { newId } from '#shared/ids.ts';
import type { RecognitionRow } from './db/applications.ts';
import { judgeByRecheck } from './db/reasons.ts';
import * as db from './db/rechecks.ts';
import { settleByRecheck } from './recognitions/end-recognition.ts';
import { isPaidByMonth } from './recognitions/grants.ts';
import { CITY, RECHECK_WORKING_DAYS } from './rules.ts';

export async function drawRechecks(ctx: Context, asked: { count: number; seed?: string | undefined }) {
  const seed = asked.seed ?? newId().slice(-12);
  const drawn = await db.drawPeople(ctx, { seed, count: asked.count });
  if (drawn.length === 0) throw new DomainError('platform.wrong-state', '本辖区没有还能抽的低保、低收入、特困老年人');
  for (const row of drawn) {
    const subject = { kind: 'relief-recheck', id: row.recheck_id, elderId: row.elder_id, areaCode: row.area_code };
    await openDuty(ctx, subject, {
      ...{ forRole: 'district', kindLabel: '随机复核', actionLabel: '去复核', withinWorkingDays: RECHECK_WORKING_DAYS },
      ...{
        title: `复核${row.elder_name}的${row.economic_class}资格`,
        reason: `种子 ${seed} 抽到`,
        path: '/desk/relief/rechecks',
      },
    });
    await record(ctx, {
      action: 'relief.draw',
      subject,
      elderId: row.elder_id,
      areaCode: row.area_code,
      note: `种子 ${seed}`,
    });
  }
  return { seed, drawn: drawn.length };
}

type Body = z.output<typeof endpoint.body>;
type Answered = Pick<Body, 'result' | 'note' | 'wrongSince' | 'economicClass'>;

/** Where 户籍 is apart the file answers to another area than the re-check. */
const changeFile = (ctx: Context, row: db.RecheckRow, { result, note, wrongSince, economicClass }: Answered) =>
  asBatch(ctx, { areaCode: CITY, why: '复核：提出更正和追缴' }, async inner => {
    if (result === 'kept' || !economicClass) return { correctionId: null, recoveryId: null };
    const evidence = row.cause === 'sample' ? `随机复核，种子 ${row.seed}` : `定期复核，救助申请 ${row.seed}`;
    const taken = await takeRecord(inner, row.elder_id, {
      ...{
        source: 'desk',
        number: null,
        asOf: ctx.today,
        reason: `复核：${note}`,
        changes: { economicClass },
        evidence,
      },
    });
    const owes = result === 'stopped' && wrongSince;
    const asked = { elderId: row.elder_id, scheme: 'hardship' as const, month: wrongSince ?? '', note };
    return { correctionId: taken.correctionId, recoveryId: owes ? await recoverSince(inner, asked) : null };
  });

/** 保留, 有变 or 停发: the register changes by a correction that another checks; what was paid wrongly is asked back. */
export async function answerRecheck(ctx: Context, id: string, body: Body) {
  const row = await db.lockRecheck(ctx, id);
  if (!row) throw new DomainError('platform.not-found', '没有找到这次复核，或不在您的辖区');
  if (row.result !== 'drawn') throw new DomainError('platform.wrong-state', '这次复核已经有结果');
  const economicClass = body.result === 'stopped' ? 'none' : body.economicClass;
  if (body.result === 'changed' && !economicClass)
    throw new DomainError('platform.invalid-input', undefined, { economicClass: '请选现在是哪一类' });
  const { correctionId, recoveryId } = await changeFile(ctx, row, { ...body, economicClass });
  const to = body.result === 'kept' ? null : (economicClass ?? 'none');
  const since = body.result === 'kept' ? body.amountFrom : body.wrongSince;
  const { note } = body;
  const { changed, ended } = await settleByRecheck(ctx, { elderId: row.elder_id, note, correctionId, to, since });
  const grantRecoveryId = await recoverGrants(ctx, ended, { since, note });
  await db.answerRow(ctx, id, {
    ...{ result: body.result, note, correction_id: correctionId },
    ...{ recovery_id: recoveryId, grant_recovery_id: grantRecoveryId },
  });
  await judgeByRecheck(ctx, id, body.result === 'kept' ? 'no-need' : 'true');
  await closeDuties(ctx, id);
  const subject = { kind: 'relief-recheck', id };
  const after = { result: body.result, recoveryId, grantRecoveryId, changed };
  await record(ctx, {
    action: 'relief.recheck',
    subject,
    elderId: row.elder_id,
    areaCode: row.area_code,
    note,
    after,
  });
  return { id, correctionId, recoveryId, grantRecoveryId, changed };
}

/** Of an ended recognition what was paid since a month is asked back; what is paid beyond the end is found by the comparison. */
const recoverGrants = (
  ctx: Context,
  ended: readonly RecognitionRow[],
  of: { since: string | undefined; note: string },
): Promise<string | null> =>
  asBatch(ctx, { areaCode: CITY, why: '复核：多发的低保金、特困供养金' }, async inner => {
    let recoveryId: string | null = null;
    for (const row of ended.filter(isPaidByMonth)) {
      const asked = { elderId: row.elder_id, scheme: row.kind, month: of.since ?? '', note: of.note };
      if (of.since) recoveryId = await recoverSince(inner, asked);
      await comparePayments(inner, row.elder_id);
    }
    return recoveryId;
  });
