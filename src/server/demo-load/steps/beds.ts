import type { Selectable } from 'kysely';
import type { BedStatus } from '#contracts/home-care-bed-lifecycle.ts';
import { bedLifecycle } from '#contracts/home-care-bed-lifecycle.ts';
import { bedDueColumns, bedDuty, bedSubject, insertBeds } from '#modules/home-care-beds/index.ts';
import type { HomeCareBeds } from '#platform/database/generated/tables.ts';
import type { Context } from '#platform/http/context.ts';
import { openDuty } from '#platform/lifecycle/advance.ts';
import { insertSteps, type PastStep } from '#platform/lifecycle/insert-steps.ts';
import { newId } from '#shared/ids.ts';
import type { BED_STATES, DemoElder, DemoHomeBed } from '../../demo/index.ts';
import { lookup, officeOf } from '../lookup.ts';
import type { World } from '../plan.ts';

type BedState = (typeof BED_STATES)[number];
/** The generator's state and ours differ in one name. */
const statusOf = (state: BedState): BedStatus => (state === 'eligibility-checked' ? 'eligible' : state);

/** Home care beds with their steps; those still on their way are somebody's duty on the first day. */
export async function loadBeds(
  ctx: Context,
  world: World,
  beds: readonly { elder: DemoElder; bed: DemoHomeBed }[],
): Promise<number> {
  const rows = beds.map(b => ({ ...b, row: bedRow(ctx, world, b) }));
  const steps = rows.flatMap(({ bed, row }) => bedSteps(world, bed, row));
  await insertBeds(
    ctx.client,
    rows.map(r => r.row),
  );
  await insertSteps(ctx.client, steps);
  for (const { row } of rows) {
    const duty = bedDuty(ctx, row, row.status as BedStatus);
    if (duty) await openDuty(ctx, bedSubject(row), duty);
  }
  return rows.length + steps.length;
}

type BedRow = Selectable<HomeCareBeds>;

function bedRow(ctx: Context, world: World, { elder, bed }: { elder: DemoElder; bed: DemoHomeBed }): BedRow {
  const on = new Map(bed.milestones.map(m => [m.state, m.on]));
  const day = (state: BedState) => on.get(state) ?? null;
  const status = statusOf(bed.milestones.at(-1)?.state ?? 'applied');
  const name = (bed.organisationId && lookup(world).organisations.get(bed.organisationId)?.name) || null;
  const level = ['能力完好', '轻度失能', '中度失能', '重度失能', '完全失能'].indexOf(elder.ability);
  const devices = day('designed') ? ['智能床垫', '一键呼', '烟感'] : [];
  return {
    bed_id: bed.bedId,
    elder_id: bed.elderId,
    area_code: bed.areaCode,
    happened_area: bed.areaCode,
    status,
    elder_name: elder.name,
    elder_sex: elder.sex,
    elder_born_on: elder.bornOn,
    road: elder.road,
    compound: elder.estate,
    ability_level: level,
    provider_id: name ? bed.organisationId : null,
    provider_name: name,
    wish: null,
    applied_on: day('applied') ?? ctx.today,
    applied_by: elder.contacts[0]?.name ?? elder.name,
    eligible_on: day('eligibility-checked'),
    eligible_reasons: day('eligibility-checked') ? [`能力评估为${elder.ability}`, '居家生活'] : [],
    assessed_on: day('assessed'),
    findings: day('assessed') && `${elder.ability}，${elder.living}，需要上门照护`,
    designed_on: day('designed'),
    care_package: day('designed') && '每周 2 次生活照料，每月 2 次助浴，24 小时应急',
    devices,
    built_on: day('built'),
    built_note: day('built') && '床边、卫生间扶手和设备已装好',
    accepted_on: day('accepted'),
    acceptance_note: day('accepted') && '现场验收合格',
    evidence: [],
    contracted_on: day('contracted'),
    in_service_on: day('in-service'),
    ended_on: null,
    end_reason: null,
    ...bedDueColumns(ctx, status),
    changed_at: `${bed.milestones.at(-1)?.on ?? ctx.today}T16:00:00+08:00`,
  };
}

const ACTORS: Partial<Record<BedStatus, 'street' | 'provider' | 'family'>> = {
  applied: 'family',
  designed: 'provider',
  built: 'provider',
  'in-service': 'provider',
};

function bedSteps(world: World, bed: DemoHomeBed, row: BedRow): PastStep[] {
  return bed.milestones.map(({ state, on }, i) => {
    const to = statusOf(state);
    const before = bed.milestones[i - 1];
    const from = before ? statusOf(before.state) : null;
    const found = bedLifecycle.transitions.find(t => t.to === to && (from === null || t.from.includes(from)));
    const at = `${on}T${String(9 + (i % 7)).padStart(2, '0')}:20:00+08:00`;
    return {
      stepId: newId(Date.parse(at)),
      at,
      subject: bedSubject(row),
      action: from === null ? 'apply' : (found?.action ?? 'check'),
      label: from === null ? '申请' : (found?.label ?? ''),
      from,
      to,
      actor: actorOf(world, row, ACTORS[to] ?? 'street'),
    };
  });
}

function actorOf(world: World, row: BedRow, role: 'street' | 'provider' | 'family'): PastStep['actor'] {
  if (role === 'family') return { name: row.applied_by, accountId: null, role };
  if (role === 'provider') return { name: row.provider_name ?? '服务商', accountId: null, role };
  const clerk = officeOf(world, 'street', row.area_code);
  return { name: clerk?.name ?? '街道养老专干', accountId: clerk?.staffId ?? null, role };
}
