import type { Place } from '../demo/index.ts';
import { cityPeople, cityStart, cityWork } from './city-steps.ts';
import type { World } from './plan.ts';
import type { Step, StepContext } from './step-context.ts';
import { loadCounts } from './steps/counts.ts';
import { loadDocuments } from './steps/documents.ts';
import { loadFacilities } from './steps/facilities.ts';
import { loadFestivals } from './steps/festivals.ts';
import { loadFindings } from './steps/findings.ts';
import { loadBedsElsewhere, loadHistory } from './steps/history.ts';
import { loadOffices } from './steps/offices.ts';
import { loadOrganisations } from './steps/organisations.ts';
import { loadPaidMonths } from './steps/payments.ts';
import { loadPeople } from './steps/people.ts';
import { loadRunningMonth } from './steps/running-month.ts';
import { loadServices } from './steps/supply.ts';
import { loadVouchers } from './steps/vouchers.ts';

export { VACUUM } from './city-steps.ts';

type ByPlace = (ctx: StepContext, place: Place) => Promise<number>;

const WHOLE: Record<string, (ctx: StepContext) => Promise<number>> = {
  organisations: loadOrganisations,
  services: loadServices,
  facilities: loadFacilities,
  documents: loadDocuments,
  'beds-elsewhere': loadBedsElsewhere,
  'paid-months': loadPaidMonths,
  findings: loadFindings,
  festivals: loadFestivals,
  offices: loadOffices,
  vouchers: loadVouchers,
  'running-month': loadRunningMonth,
};

const BY_DISTRICT: Record<string, (ctx: StepContext, district: string) => Promise<number>> = {
  counts: loadCounts,
};

const BY_COMMUNITY: Record<string, ByPlace> = {
  people: loadPeople,
  history: loadHistory,
};

/**
 * The plan's steps in phases: a phase begins when the one before is complete, its steps may run beside each other. After
 * the second phase the community worker's list is complete.
 */
export function phasesOf(world: World): Step[][] {
  const whole = (name: string, label: string, weight: number): Step => ({ name, label, weight });
  const city = world.plan.size === 'city';
  const people = world.people.map(p => ({ name: `people:${p.code}`, label: '人员', weight: p.elders }));
  const districts = [...new Set(world.map.places.map(p => p.districtCode))].filter(
    d => world.plan.size !== 'small' || world.people.some(p => p.districtCode === d),
  );
  const supply = [whole('services', '服务项目和护理员', 500), whole('facilities', '养老设施', 2_500)];
  return [
    [whole('organisations', '机构和账号', 300), ...(city ? cityStart() : [])],
    city ? cityPeople(world) : people.slice(0, 1),
    city ? supply : [...supply, ...people.slice(1)],
    [
      whole('beds-elsewhere', '全市家庭养老床位', 5_000),
      ...world.history.map(p => whole(`history:${p.code}`, '十八个月的业务', p.elders)),
      ...districts.map(d => whole(`counts:${d}`, '各社区人数', 400)),
      ...(world.plan.size === 'small' ? [] : [whole('documents', '文件', 500)]),
    ],
    [
      whole('paid-months', '发过的两个月', 20_000),
      whole('offices', '评选、协议、信用信息', 100),
      whole('vouchers', '服务券', 200),
      whole('running-month', '本月核定', 1_000),
      ...(world.plan.size === 'small'
        ? []
        : [whole('findings', '比对和查重', 500), whole('festivals', '节日慰问', 200)]),
    ],
  ];
}

/** Runs a step's work; answers the rows it made. */
export function workOf(ctx: StepContext, step: Step): Promise<number> {
  const [kind = '', code = ''] = step.name.split(':');
  const city = cityWork(ctx, step);
  if (city) return city;
  if (WHOLE[kind]) return WHOLE[kind](ctx);
  if (BY_DISTRICT[kind]) return BY_DISTRICT[kind](ctx, code);
  const place = ctx.world.map.places.find(p => p.code === code);
  const work = BY_COMMUNITY[kind];
  if (!place || !work) throw new Error(`unknown step ${step.name}`);
  return work(ctx, place);
}
