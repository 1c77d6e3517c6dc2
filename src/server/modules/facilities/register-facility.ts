import { DomainError } from '#contracts/errors.ts';
import type { Facility, FacilityForm } from '#contracts/facilities.ts';
import { facilityLifecycle } from '#contracts/facility-nouns.ts';
import { areaName } from '#modules/areas/index.ts';
import { noteChange } from '#modules/directory-changes/index.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { advance } from '#platform/lifecycle/advance.ts';
import { isInArea } from '#shared/area-codes.ts';
import { dayWords } from '#shared/dates.ts';
import { newId } from '#shared/ids.ts';
import { nameStands } from './db/read-facilities.ts';
import { beginCoverage, insertFacility } from './db/write-facilities.ts';
import { getFacility } from './read-facilities.ts';
import { isCommunity } from './rules.ts';

/** Enters a place, planned or already open; throws facilities.not-a-community, facilities.name-taken, facilities.date. */
export async function registerFacility(ctx: Context, form: FacilityForm): Promise<Facility> {
  checkCommunities(ctx, [form.areaCode, ...form.covers]);
  if (form.openedOn && form.openedOn > ctx.today) {
    throw new DomainError('facilities.date', `开业日期不能晚于今天（${dayWords(ctx.today)}）`, {
      openedOn: '不能晚于今天',
    });
  }
  if (form.covers.length > 0 && form.kind !== 'meal-point') throw new DomainError('facilities.not-a-meal-point');
  if (await nameStands(ctx, form))
    throw new DomainError('facilities.name-taken', undefined, { name: '本社区已有同名设施' });
  const id = newId();
  await insertFacility(ctx, id, form);
  if (form.covers.length > 0) await beginCoverage(ctx, id, { codes: form.covers, on: form.openedOn ?? ctx.today });
  await noteChange(ctx, { directory: 'facility', id, name: form.name, areaCode: form.areaCode, what: '登记' });
  const subject = { kind: 'facility', id, areaCode: form.areaCode };
  await advance(ctx, { table: facilityLifecycle, subject, status: null, action: 'open', note: '登记' });
  if (form.openedOn) {
    await advance(ctx, {
      table: facilityLifecycle,
      subject,
      status: 'planned',
      action: 'open',
      note: `${dayWords(form.openedOn)}开业`,
    });
  }
  await record(ctx, {
    action: 'facilities.register',
    subject,
    areaCode: form.areaCode,
    after: { kind: form.kind, name: form.name, openedOn: form.openedOn, covers: form.covers },
  });
  return getFacility(ctx, id);
}

/** All codes must be known communities of the caller's area. */
export function checkCommunities(ctx: Context, codes: readonly string[]): void {
  const wrong = codes.find(
    code => !isCommunity(code) || areaName(code) === code || !isInArea(code, ctx.actor.areaCode),
  );
  if (wrong) throw new DomainError('facilities.not-a-community', `区划 ${wrong} 不是您辖区里的社区（村）`);
}
