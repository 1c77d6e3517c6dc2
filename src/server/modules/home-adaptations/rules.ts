import { ABILITY_LABELS, ECONOMIC_CLASS_LABELS, type EconomicClass } from '#contracts/elders.ts';
import {
  ADAPTATION_PATH,
  type AdaptationStatus,
  adaptationLifecycle,
  LEAST_PRODUCTS,
  PRODUCT_CLASSES,
  type ProductClass,
} from '#contracts/home-adaptation-lifecycle.ts';
import type { Adaptation, PlanItem } from '#contracts/home-adaptations.ts';
import type { Step } from '#contracts/nouns.ts';
import type { CivilDate } from '#shared/dates.ts';
import { dayWords } from '#shared/dates.ts';

export type Applicant = {
  name: string;
  sex: string;
  born_on: string;
  road: string | null;
  compound: string | null;
  living: string;
  service_mode: string;
  status: string;
  economic_class: string;
  family_planning_special: boolean;
  ability_level: number | null;
  ability_valid_to: string | null;
  dementia: boolean;
  disabilities: unknown;
};

const said = (passed: boolean, yes: string, no: string) => ({ passed, sentence: passed ? yes : no });

/** What must hold before anybody looks at the district's range; every line is said, passed or not. */
export const conditionsOf = (who: Applicant, hasOpen: boolean) => [
  said(!['deceased', 'moved-out'].includes(who.status), '档案在册', '档案已不在册'),
  said(who.living !== '住养老机构' && who.service_mode !== 'institution', '住在家里', '现在住养老机构，改造的是家里'),
  said(!hasOpen, '没有另一件在办的改造', '已有一件改造在办'),
];

/** 一表通: what the file says already, with where from; only the wish is asked. */
export function knownOf(who: Applicant, today: CivilDate): Adaptation['known'] {
  const file = '人员档案';
  const disabilities = (who.disabilities as { kind: string; grade: number }[] | null) ?? [];
  const level = who.ability_level;
  const until = who.ability_valid_to;
  const expired = until !== null && until < today;
  const rows: [string, string, string][] = [
    ['住址', [who.road, who.compound].filter(Boolean).join(' '), file],
    ['居住方式', who.living, file],
    ['经济状况', ECONOMIC_CLASS_LABELS[who.economic_class as EconomicClass] ?? who.economic_class, file],
    ['残疾', disabilities.map(one => `${one.kind}${'一二三四'.charAt(one.grade - 1)}级`).join('、'), file],
    ['失智', who.dementia ? '是' : '', file],
    ['计划生育特殊家庭', who.family_planning_special ? '是' : '', file],
    [
      '能力等级',
      level === null ? '没有做过能力评估' : (ABILITY_LABELS[level] ?? ''),
      until === null ? '能力评估' : `能力评估，${expired ? `已于${dayWords(until)}过期` : `有效至${dayWords(until)}`}`,
    ],
  ];
  return rows.filter(([, value]) => value).map(([label, value, source]) => ({ label, value, source }));
}

/** Classes with some products, but not two to choose from (374号). */
export function thinClasses(products: readonly { class: string }[]): ProductClass[] {
  return PRODUCT_CLASSES.filter(one => {
    const n = products.filter(product => product.class === one).length;
    return n > 0 && n < LEAST_PRODUCTS;
  });
}

/** Amounts of a plan in fen; the subsidy looks at what has a government price. */
export function totalsOf(plan: readonly PlanItem[]): { costFen: number; governmentFen: number } {
  const sum = (rows: readonly PlanItem[]) => rows.reduce((total, row) => total + row.costFen, 0);
  return { costFen: sum(plan), governmentFen: sum(plan.filter(row => row.payment === 'government')) };
}

/** Working days for the step that leaves a status on the main path, and who takes it. */
export function limitOf(status: AdaptationStatus) {
  const main = adaptationLifecycle.transitions.find(
    t => (t.from as readonly string[]).includes(status) && !t.side && t.withinWorkingDays !== undefined,
  );
  return main ? { days: main.withinWorkingDays ?? 0, label: main.label, by: main.by } : null;
}

/** The eight dots: day and actor where reached, the next one current. */
export function milestonesOf(
  of: { status: AdaptationStatus; reached: Readonly<Record<string, CivilDate | null>> },
  steps: readonly Step[],
): Adaptation['milestones'] {
  const next = ADAPTATION_PATH.findIndex(point => !of.reached[point.status]);
  const over = of.status === 'ended' || of.status === 'rejected';
  return ADAPTATION_PATH.map((point, i) => {
    const on = of.reached[point.status] ?? null;
    const by = (on && steps.find(step => step.to === point.status)?.actor) || null;
    const state = on ? 'done' : i === next && !over ? 'current' : 'ahead';
    return { status: point.status, label: point.label, on, by, state };
  });
}
