import { z } from 'zod';
import { DomainError } from '#contracts/errors.ts';
import { RELIEF_KIND_LABELS } from '#contracts/relief-lifecycle.ts';
import { gateways } from '#gateways/connected.ts';
import { type Checked, ExchangeUnavailable } from '#gateways/exchange/port.ts';
import { openSealed } from '#modules/elders/index.ts';
import { record } from '#platform/audit/record.ts';
import { asBatch } from '#platform/database/as-batch.ts';
import type { Context } from '#platform/http/context.ts';
import { enqueue, type JobTools } from '#platform/outbox/publish.ts';
import { newId } from '#shared/ids.ts';
import { recordNumber } from '#shared/record-number.ts';
import * as db from './db/parts.ts';
import { CITY } from './rules.ts';
import { lockApplication } from './step-application.ts';

export const ChecksJob = { name: 'relief.checks', payload: z.object({}) } as const;

/** A question to another region's 核对机构; the number of the person leaves only in the job, under its own signature. */
export async function askCheck(ctx: Context, id: string, region: string) {
  const row = await lockApplication(ctx, id);
  if (['refused', 'withdrawn', 'closed'].includes(row.status))
    throw new DomainError('platform.wrong-state', '已经办结的不再核对');
  const checkId = newId();
  const number = recordNumber('HD', { id: checkId, on: ctx.today });
  await asBatch(ctx, { areaCode: CITY, why: '跨地区核对：两个街道都看得到' }, async inner => {
    await db.insertCheck(inner, row, { check_id: checkId, application_id: id, number, region });
    await enqueue(inner, ChecksJob, {});
  });
  const subject = { kind: 'relief-check', id: checkId };
  const note = `${number}，${region}`;
  await record(ctx, { action: 'relief.ask-check', subject, elderId: row.elder_id, areaCode: row.area_code, note });
  return { id: checkId };
}

/** The job: hands over what was asked and fetches what was answered; a question is one question however often tried. */
export async function runChecks(tools: JobTools): Promise<void> {
  const { exchange } = gateways();
  if (!exchange.connected) return;
  const open = await tools.inArea(CITY, '跨地区核对', ctx => db.listOpenChecks(ctx));
  for (const check of open) {
    try {
      const asked = check.handed ? undefined : await exchange.ask(await questionOf(tools, check));
      if (asked) await note(tools, check, asked);
      if (!asked || asked.state === 'waiting') await note(tools, check, await exchange.answerOf(check.number));
    } catch (error) {
      // Tried again on the next round; the page says that no answer has come.
      if (!(error instanceof ExchangeUnavailable)) throw error;
    }
  }
}

type Open = Awaited<ReturnType<typeof db.listOpenChecks>>[number];

async function questionOf(tools: JobTools, check: Open) {
  const { identityNumber } = await tools.inArea(CITY, '跨地区核对取号码', ctx =>
    openSealed(ctx, check.elder_id, '业务核查'),
  );
  const { number, region, elder_name: name } = check;
  const purpose = `${RELIEF_KIND_LABELS[check.kind]}家庭经济状况核对`;
  return { number, region, name, identityNumber, purpose };
}

async function note(tools: JobTools, check: Open, said: Checked): Promise<void> {
  await tools.inArea(CITY, '跨地区核对的回复', async ctx => {
    if (said.state === 'not-connected') return;
    if (said.state === 'waiting') return db.setCheck(ctx, check.check_id, { handed: true });
    if (said.state === 'refused') return db.setCheck(ctx, check.check_id, { status: 'refused', because: said.because });
    const { origin, answeredOn, items } = said.answer;
    await db.setCheck(ctx, check.check_id, {
      status: 'answered',
      handed: true,
      origin,
      answered_on: answeredOn,
      items,
    });
    const subject = { kind: 'relief-check', id: check.check_id };
    const audit = { action: 'relief.check-answered', subject, elderId: check.elder_id, areaCode: check.area_code };
    await record(ctx, { ...audit, note: origin });
  });
}
