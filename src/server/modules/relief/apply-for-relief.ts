import type { z } from 'zod';
import { DomainError } from '#contracts/errors.ts';
import type { applyForRelief as endpoint } from '#contracts/relief.ts';
import { AID_WORKING_DAYS, reliefLifecycle } from '#contracts/relief-lifecycle.ts';
import { getElder } from '#modules/elders/index.ts';
import { record } from '#platform/audit/record.ts';
import { asBatch } from '#platform/database/as-batch.ts';
import type { Context } from '#platform/http/context.ts';
import { advance } from '#platform/lifecycle/advance.ts';
import { newId } from '#shared/ids.ts';
import { recordNumber } from '#shared/record-number.ts';
import * as db from './db/applications.ts';
import { CITY, responsibleArea } from './rules.ts';
import { lockWarning } from './step-warning.ts';

/** Taken in where the person lives; one number, and a row at the street of 户籍, which decides. */
export async function applyForRelief(ctx: Context, body: z.output<typeof endpoint.body>) {
  const elder = await getElder(ctx, body.elderId);
  if (!elder) throw new DomainError('platform.not-found');
  if (elder.status === 'deceased') throw new DomainError('elders.deceased');
  if (body.warningId) await needVerified(ctx, body.warningId, body.elderId);
  const id = newId();
  const { elderId, areaCode, name } = elder;
  const responsible = responsibleArea(elder);
  const number = recordNumber('JZ', { id, on: ctx.today });
  const subject = { kind: 'relief-application', id, elderId, areaCode: responsible };
  await asBatch(ctx, { areaCode: CITY, why: '临时救助：户籍街道和受理街道各一份，同一个号' }, async inner => {
    const status = await advance(inner, {
      ...{ table: reliefLifecycle, subject, status: null, action: 'apply', note: body.reason },
      duty: {
        ...{ forRole: 'street', kindLabel: '临时救助', actionLabel: '去审核', withinWorkingDays: AID_WORKING_DAYS },
        ...{ title: `审核${name}的临时救助 ${number}`, reason: body.reason, path: `/desk/relief/applications/${id}` },
      },
    });
    await db.insertApplication(inner, {
      ...{ elder_id: elderId, application_id: id, number, responsible_area: responsible, applied_area: areaCode },
      ...{ elder_name: name, warning_id: body.warningId ?? null, economic_class: elder.economicClass },
      ...{ severely_disabled: body.severelyDisabled, spent_fen: body.spentFen, reason: body.reason, status },
      ...{ applied_by: ctx.actor.name, applied_at: ctx.now, kind: 'temporaryRelief' },
    });
  });
  const after = { number, spentFen: body.spentFen, responsible };
  await record(ctx, { action: 'relief.apply', subject, elderId, areaCode, note: body.reason, after });
  return { id, number };
}

async function needVerified(ctx: Context, warningId: string, elderId: string): Promise<void> {
  const warning = await lockWarning(ctx, warningId);
  if (warning.elder_id !== elderId) throw new DomainError('platform.invalid-input', '预警不是这位老人的');
  if (warning.status !== 'verified') throw new DomainError('platform.wrong-state', '上门核实属实以后才能受理救助');
  const former = await db.findOfWarning(ctx, warningId);
  if (former && former.status !== 'refused')
    throw new DomainError('platform.wrong-state', `这条预警已经受理过，编号 ${former.number}`);
}
