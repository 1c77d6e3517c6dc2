import { DomainError } from '#contracts/errors.ts';
import { adaptationLifecycle } from '#contracts/home-adaptation-lifecycle.ts';
import { adaptationStandard } from '#modules/benefits/catalogue/index.ts';
import { tellHelped } from '#modules/messages/index.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { advance } from '#platform/lifecycle/advance.ts';
import { newId } from '#shared/ids.ts';
import { recordNumber } from '#shared/record-number.ts';
import * as db from './db.ts';
import { dueOf, dutyOf, subjectOf } from './duties.ts';
import { conditionsOf, knownOf } from './rules.ts';

async function applicant(ctx: Context, elderId: string) {
  const elder = await db.findElder(ctx, elderId);
  if (!elder) throw new DomainError('orders.elder-not-found');
  ctx.saw(elderId);
  const conditions = conditionsOf(elder, (await db.findOpen(ctx, elderId)) !== undefined);
  return { elder, conditions };
}

/** Before the application: what is known, what stands in the way, what the district gives. */
export async function beginAdaptation(ctx: Context, elderId: string) {
  const { elder, conditions } = await applicant(ctx, elderId);
  return {
    ...{ elderName: elder.name, known: knownOf(elder, ctx.today), conditions },
    allowed: conditions.every(one => one.passed),
    standard: await adaptationStandard(ctx, elder.area_code),
  };
}

/** To the district (374号), by the elder, the family, or 代办. What the file knew that day stays with the application. */
export async function applyForAdaptation(ctx: Context, form: { elderId: string; wish: string | null }) {
  const { elder, conditions } = await applicant(ctx, form.elderId);
  const failed = conditions.filter(one => !one.passed).map(one => one.sentence);
  if (failed.length > 0) throw new DomainError('home-adaptations.not-now', failed.join('；'));
  const id = newId();
  const { elder_id, area_code, name, sex, born_on, road, compound } = elder;
  const number = recordNumber('GZ', { id, on: ctx.today });
  const row = {
    ...{ elder_id, adaptation_id: id, area_code, happened_area: area_code, number, status: 'applied' as const },
    ...{ elder_name: name, elder_sex: sex, elder_born_on: born_on, road, compound, wish: form.wish || null },
    ...{ known: knownOf(elder, ctx.today), applied_on: ctx.today, applied_by: ctx.actor.name },
    ...{ next_due_on: dueOf(ctx, 'applied'), changed_at: ctx.now, provider_id: null, assignee_id: null },
  };
  const subject = subjectOf(row);
  const step = { table: adaptationLifecycle, subject, status: null, action: 'apply', note: form.wish } as const;
  await advance(ctx, { ...step, duty: dutyOf(row, 'applied') });
  await db.insertAdaptation(ctx, row);
  const of = { elderId: elder_id, areaCode: area_code };
  const about = { kind: 'home-adaptation', id };
  await record(ctx, { action: 'home-adaptations.apply', subject: about, ...of, after: { number } });
  await tellHelped(ctx, { ...of, what: '申请居家适老化改造', path: `/elder/adaptations/${id}`, about });
  return { id };
}
