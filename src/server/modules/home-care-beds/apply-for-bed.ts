import { DomainError } from '#contracts/errors.ts';
import { bedLifecycle } from '#contracts/home-care-bed-lifecycle.ts';
import type { Bed, Eligibility } from '#contracts/home-care-beds.ts';
import { bedTargetOf } from '#modules/benefits/catalogue/index.ts';
import { tellHelped } from '#modules/messages/index.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { advance } from '#platform/lifecycle/advance.ts';
import { newId } from '#shared/ids.ts';
import { bedAnswer } from './answer.ts';
import * as db from './db.ts';
import { dueColumns, dutyOf, subjectOf } from './duties.ts';
import { checkEligibility } from './rules.ts';

type ElderBrief = NonNullable<Awaited<ReturnType<typeof db.findElder>>>;

/** Every condition, passed or not, for somebody in the actor's reach. `except` = the bed being checked itself. */
export async function eligibilityOf(ctx: Context, elderId: string, except?: string): Promise<Eligibility> {
  const elder = await db.findElder(ctx, elderId);
  if (!elder) throw new DomainError('orders.elder-not-found');
  ctx.saw(elderId);
  const open = await db.findOpenBed(ctx, elderId);
  const isValid = elder.ability_valid_to === null || elder.ability_valid_to >= ctx.today;
  const target = await bedTargetOf(ctx, {
    areaCode: elder.area_code,
    facts: {
      ...{ bornOn: elder.born_on, living: elder.living, dementia: elder.dementia },
      ...{ economicClass: elder.economic_class, familyPlanningSpecial: elder.family_planning_special },
      abilityLevel: isValid ? elder.ability_level : null,
      disabilities: elder.disabilities as { kind: string; grade: number }[],
    },
  });
  const hasOpenBed = open !== undefined && open.bed_id !== except;
  return checkEligibility({ ...factsOf(elder), hasOpenBed, target }, ctx.today);
}

const factsOf = (elder: ElderBrief) => ({
  abilityLevel: elder.ability_level,
  abilityValidTo: elder.ability_valid_to,
  living: elder.living,
  serviceMode: elder.service_mode,
  status: elder.status,
});

/** Takes an application; whether it is eligible is the street's next step, with the reasons on record. */
export async function applyForBed(ctx: Context, form: { elderId: string; wish: string | null }): Promise<Bed> {
  const elder = await db.findElder(ctx, form.elderId);
  if (!elder) throw new DomainError('orders.elder-not-found');
  if (await db.findOpenBed(ctx, form.elderId)) throw new DomainError('home-care-beds.already-open');
  const row = bedOf(ctx, elder, form.wish);
  await advance(ctx, {
    table: bedLifecycle,
    subject: subjectOf(row),
    status: null,
    action: 'check',
    note: form.wish,
    duty: dutyOf(ctx, row, 'applied'),
  });
  await db.insertBed(ctx, row);
  await record(ctx, {
    action: 'home-care-beds.apply',
    subject: { kind: 'home-care-bed', id: row.bed_id },
    elderId: row.elder_id,
    areaCode: row.area_code,
    after: { status: row.status },
  });
  await tellHelped(ctx, {
    ...{ elderId: row.elder_id, areaCode: row.area_code, what: '申请家庭养老床位' },
    ...{ path: `/elder/beds/${row.bed_id}`, about: { kind: 'home-care-bed', id: row.bed_id } },
  });
  return bedAnswer(ctx, row);
}

function bedOf(ctx: Context, elder: ElderBrief, wish: string | null): db.BedRecord {
  return {
    bed_id: newId(),
    elder_id: elder.elder_id,
    area_code: elder.area_code,
    happened_area: elder.area_code,
    status: 'applied',
    elder_name: elder.name,
    elder_sex: elder.sex,
    elder_born_on: elder.born_on,
    road: elder.road,
    compound: elder.compound,
    ability_level: elder.ability_level,
    provider_id: null,
    provider_name: null,
    wish,
    applied_on: ctx.today,
    applied_by: ctx.actor.name,
    eligible_on: null,
    eligible_reasons: [],
    assessed_on: null,
    findings: null,
    designed_on: null,
    care_package: null,
    devices: [],
    built_on: null,
    built_note: null,
    accepted_on: null,
    acceptance_note: null,
    evidence: [],
    contracted_on: null,
    in_service_on: null,
    ended_on: null,
    end_reason: null,
    ...dueColumns(ctx, 'applied'),
    changed_at: ctx.now,
  };
}
