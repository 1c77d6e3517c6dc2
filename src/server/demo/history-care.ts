import { addDays, addMonths, civilDateToDays } from '#shared/dates.ts';
import { pick, type Random } from '#shared/random.ts';
import { dateOfDay, demoId, instantOf, msOf } from './demo-ids.ts';
import {
  BED_STATES,
  type DemoAdmission,
  type DemoAlarm,
  type DemoAssessment,
  type DemoDevice,
  type DemoHomeBed,
} from './history-types.ts';
import { ABILITIES, DEMO_START, HISTORY_FROM } from './model.ts';
import type { DemoElder } from './people-types.ts';
import type { LocalSupply } from './supply.ts';

const TODAY = civilDateToDays(DEMO_START);
const FROM = civilDateToDays(HISTORY_FROM);
/** Total points of GB/T 42195-2022 by grade: 90; 66–89; 46–65; 30–45; 0–29. */
const SCORES = [
  [90, 90],
  [66, 89],
  [46, 65],
  [30, 45],
  [0, 29],
] as const;

/** A result holds twelve months: only the last eleven are looked at, so that a result in force is one. */
const ASSESSED_WITHIN = 330;

/** The disabled were assessed once (seven in ten); some able people too. A few wait for theirs on the first demo day. */
export function* assessmentsOf(r: Random, e: DemoElder, local: LocalSupply): Generator<DemoAssessment> {
  const level = ABILITIES.indexOf(e.ability);
  if (r.next() >= (level > 0 ? 0.72 : 0.012) || local.assessors.length < 2) return;
  const applied = TODAY - ASSESSED_WITHIN + r.below(ASSESSED_WITHIN);
  const assessed = applied + 4 + r.below(18);
  const published = assessed + 5 + r.below(6);
  const [low, high] = SCORES[level] ?? [0, 0];
  const done = assessed < TODAY;
  const first = r.below(local.assessors.length);
  const second = (first + 1 + r.below(local.assessors.length - 1)) % local.assessors.length;
  yield {
    kind: 'assessment',
    assessmentId: demoId(r, msOf(applied, 600)),
    elderId: e.elderId,
    areaCode: e.areaCode,
    appliedOn: dateOfDay(applied),
    assessedOn: done ? dateOfDay(assessed) : null,
    publishedOn: published < TODAY ? dateOfDay(published) : null,
    assessorIds: [first, second].map(i => local.assessors[i]?.staffId ?? ''),
    score: done ? low + r.below(high - low + 1) : null,
    grade: done ? e.ability : null,
    validTo: done ? addMonths(dateOfDay(assessed), 12) : null,
  };
}

/** May hold a home care bed (家庭养老床位): 重度 or 完全失能, or dementia with disability, living at home. */
export const isBedCandidate = (e: DemoElder): boolean =>
  e.living !== '住养老机构' &&
  (e.ability === '重度失能' || e.ability === '完全失能' || (e.dementia && e.ability === '中度失能'));

/** A bed accepted on `builtOn`, or one still on its way (`null`) that has come to `reached` states. */
export function homeBed(
  r: Random,
  e: DemoElder,
  how: { builtOn: string | null; organisationId: string | null; reached?: number },
): DemoHomeBed {
  const built = how.builtOn ? civilDateToDays(how.builtOn) : TODAY + 30 - r.below(15);
  const offsets = [-70, -62, -48, -35, -6, 0, 4, 9];
  const states = how.builtOn ? BED_STATES : BED_STATES.slice(0, how.reached ?? 1);
  const milestones = states
    .map((state, i) => ({ state, on: dateOfDay(built + (offsets[i] ?? 0)) }))
    .filter(m => m.on < DEMO_START);
  return {
    kind: 'home-bed',
    bedId: demoId(r, msOf(built - 70, 600)),
    elderId: e.elderId,
    areaCode: e.areaCode,
    organisationId: how.organisationId,
    milestones,
    builtOn: how.builtOn,
  };
}

const RULES = {
  智能水表: ['12 小时未用水', '夜间持续用水'],
  一键呼: ['一键呼救'],
  烟感: ['烟雾报警'],
  穿戴手环: ['疑似跌倒', '心率异常'],
} as const;
const OUTCOMES_TRUE = ['入户发现摔倒，已送医', '身体不适，已联系家属和家庭医生', '断水，已协助报修'];
const OUTCOMES_FALSE = ['老人外出探亲，平安', '误触，平安', '做饭油烟，平安', '设备误报，已检修'];

/** Devices of the old who live alone, and their alarms (about one in eight months each; four in five are false). */
export function* devicesOf(r: Random, e: DemoElder, local: LocalSupply): Generator<DemoDevice | DemoAlarm> {
  const old = e.bornOn < addMonths(DEMO_START, -80 * 12);
  if (e.living !== '独居' || !(old || e.ability !== '能力完好') || r.next() > 0.45) return;
  const types = (['智能水表', '一键呼', '烟感', '穿戴手环'] as const).filter(() => r.next() < 0.45);
  for (const type of types) {
    const installed = FROM + r.below(420);
    const deviceId = demoId(r, msOf(installed, 600));
    const base = { deviceId, elderId: e.elderId, areaCode: e.areaCode };
    const serial = `DEMO-${deviceId.slice(-8).toUpperCase()}`;
    yield { kind: 'device', ...base, type, serial, installedOn: dateOfDay(installed), online: r.next() < 0.96 };
    for (let day = installed + r.below(240); day < TODAY; day += 60 + r.below(360)) {
      yield alarm(r, base, { day, rule: pick<string>(r, RULES[type]), staffId: local.workers[0]?.staffId ?? null });
    }
  }
}

function alarm(
  r: Random,
  base: Pick<DemoAlarm, 'deviceId' | 'elderId' | 'areaCode'>,
  at: { day: number; rule: string; staffId: string | null },
): DemoAlarm {
  const minute = r.below(1_380);
  const isTrue = r.next() < 0.2;
  const open = at.day === TODAY - 1 && r.next() < 0.4;
  const answered = minute + 1 + r.below(12);
  const onSite = isTrue || r.next() < 0.3 ? answered + 8 + r.below(25) : null;
  return {
    kind: 'alarm',
    alarmId: demoId(r, msOf(at.day, minute)),
    ...base,
    rule: at.rule,
    level: at.rule === '12 小时未用水' || at.rule === '夜间持续用水' ? '一般' : '紧急',
    raisedAt: instantOf(at.day, minute),
    acknowledgedAt: open ? null : instantOf(at.day, answered),
    onSiteAt: open || onSite === null ? null : instantOf(at.day, onSite),
    resolvedAt: open ? null : instantOf(at.day, (onSite ?? answered) + 5 + r.below(30)),
    isTrue: open ? null : isTrue,
    outcome: open ? null : pick(r, isTrue ? OUTCOMES_TRUE : OUTCOMES_FALSE),
    staffId: open ? null : at.staffId,
  };
}

/** Elders counted as living in an institution are residents of one in their district. */
export function admissionOf(r: Random, e: DemoElder, local: LocalSupply): DemoAdmission | null {
  if (e.living !== '住养老机构' || local.institutions.length === 0) return null;
  const home = pick(r, local.institutions);
  const day = TODAY - 30 - r.below(1_000);
  return {
    kind: 'admission',
    admissionId: demoId(r, msOf(day, 600)),
    elderId: e.elderId,
    areaCode: e.areaCode,
    facilityId: home.facilityId,
    admittedOn: dateOfDay(day),
    bedType: e.ability === '能力完好' || e.ability === '轻度失能' ? '普通' : '护理型',
    monthlyFeeFen: home.monthlyFeeFen ?? 600_000,
  };
}

/** Day of acceptance of the nth of `beds2025` new beds, from January to 30 May 2025. */
export const bedDay2025 = (r: Random): string => addDays('2025-01-06', r.below(145));
