import {
  ABILITY_LABELS,
  type Disability,
  ECONOMIC_CLASS_LABELS,
  type EconomicClass,
  type TAG_FAMILIES,
  type TagCode,
} from '#contracts/elders.ts';
import { isInArea } from '#shared/area-codes.ts';
import { addMonths, ageOn, type CivilDate, dayWords } from '#shared/dates.ts';

/** What the tag rules look at; all of it stands in the person's record. */
export type TagFacts = {
  areaCode: string;
  bornOn: CivilDate;
  living: string;
  leftBehind: boolean;
  abilityLevel: number | null;
  abilityValidTo: CivilDate | null;
  dementia: boolean;
  disabilities: readonly Disability[];
  familyPlanningSpecial: boolean;
  economicClass: EconomicClass;
};

type Found = { reason: string; value?: string; validFrom?: CivilDate; validTo?: CivilDate | null };
export type ComputedTag = {
  code: TagCode;
  family: (typeof TAG_FAMILIES)[number];
  value: string | null;
  reason: string;
  sourceKind: 'document' | 'standard' | 'record';
  source: string;
  validFrom: CivilDate;
  validTo: CivilDate | null;
};

/** A rule holds from `from` on, inside `area` where it names one, and says why it fits. */
type TagRule = {
  code: TagCode;
  family: ComputedTag['family'];
  from: CivilDate;
  area?: string;
  sourceKind: ComputedTag['sourceKind'];
  source: string;
  fits: (facts: TagFacts, today: CivilDate) => Found | undefined;
};

export const OLDEST_OLD_AGE = 80;
export const eightiethBirthday = (bornOn: CivilDate): CivilDate => addMonths(bornOn, OLDEST_OLD_AGE * 12);
const isOldestOld = (facts: TagFacts, today: CivilDate) => ageOn(facts.bornOn, today) >= OLDEST_OLD_AGE;
const GRADES = ['', '一级', '二级', '三级', '四级'];
const REGISTER = '人员登记';

/** A grade whose validity has passed counts no more (评估结果过期即不再作为依据). */
function validLevel(facts: TagFacts, today: CivilDate): number {
  const expired = facts.abilityValidTo !== null && facts.abilityValidTo < today;
  return expired ? 0 : (facts.abilityLevel ?? 0);
}

function abilityTag(facts: TagFacts, today: CivilDate, least: number): Found | undefined {
  const level = validLevel(facts, today);
  if (level < least) return undefined;
  const label = ABILITY_LABELS[level] ?? '';
  const until = facts.abilityValidTo ? `，结果有效至${dayWords(facts.abilityValidTo)}` : '';
  return { value: label, reason: `能力评估为${label}${until}`, validTo: facts.abilityValidTo };
}

const turned80 = (facts: TagFacts): Found => {
  const on = eightiethBirthday(facts.bornOn);
  return { reason: `${dayWords(on)}年满80周岁`, validFrom: on };
};

/** Daxing's measures for the oldest-old apply from its day of issue; elsewhere nothing is assimilated. */
const DAXING = '110115000000';
const DAXING_MEASURES = '大兴区“老老人”措施（2025-09-29）';

export const TAG_RULES: readonly TagRule[] = [
  {
    code: 'oldest-old',
    family: 'age',
    from: '1900-01-01',
    sourceKind: 'document',
    source: DAXING_MEASURES,
    fits: (facts, today) => (isOldestOld(facts, today) ? turned80(facts) : undefined),
  },
  {
    code: 'assimilated',
    family: 'age',
    from: '2025-09-29',
    area: DAXING,
    sourceKind: 'document',
    source: `${DAXING_MEASURES}：未满80岁的失能、失智老人参照执行`,
    fits: (facts, today) => {
      if (isOldestOld(facts, today)) return undefined;
      const disabled = abilityTag(facts, today, 1);
      if (disabled) return { ...disabled, reason: `不满80周岁，${disabled.reason}，参照执行` };
      return facts.dementia ? { reason: '不满80周岁，登记为失智，参照执行' } : undefined;
    },
  },
  {
    code: 'oldest-old-alone',
    family: 'living',
    from: '1900-01-01',
    sourceKind: 'record',
    source: REGISTER,
    fits: (facts, today) =>
      facts.living === '独居' && isOldestOld(facts, today)
        ? { ...turned80(facts), reason: `${turned80(facts).reason}，登记为独居` }
        : undefined,
  },
  {
    code: 'alone',
    family: 'living',
    from: '1900-01-01',
    sourceKind: 'record',
    source: REGISTER,
    fits: (facts, today) =>
      facts.living === '独居' && !isOldestOld(facts, today) ? { reason: '居住方式登记为独居' } : undefined,
  },
  {
    code: 'empty-nest',
    family: 'living',
    from: '1900-01-01',
    sourceKind: 'record',
    source: REGISTER,
    fits: facts => (facts.living === '空巢' ? { reason: '夫妻同住，子女不在身边' } : undefined),
  },
  {
    code: 'left-behind',
    family: 'living',
    from: '1900-01-01',
    sourceKind: 'record',
    source: REGISTER,
    fits: facts => (facts.leftBehind ? { reason: '子女长期在外，登记为留守' } : undefined),
  },
  {
    code: 'severely-disabled',
    family: 'ability',
    from: '2023-01-01',
    sourceKind: 'standard',
    source: 'GB/T 42195—2022《老年人能力评估规范》',
    fits: (facts, today) => abilityTag(facts, today, 3),
  },
  {
    code: 'disabled',
    family: 'ability',
    from: '2023-01-01',
    sourceKind: 'standard',
    source: 'GB/T 42195—2022《老年人能力评估规范》',
    fits: (facts, today) => (validLevel(facts, today) >= 3 ? undefined : abilityTag(facts, today, 1)),
  },
  {
    code: 'dementia',
    family: 'health',
    from: '1900-01-01',
    sourceKind: 'record',
    source: REGISTER,
    fits: facts => (facts.dementia ? { reason: '登记有失智诊断或筛查结果' } : undefined),
  },
  {
    code: 'severe-certificate',
    family: 'health',
    from: '2011-05-01',
    sourceKind: 'standard',
    source: 'GB/T 26341—2010《残疾人残疾分类和分级》：一级、二级为重度',
    fits: facts => {
      const worst = [...facts.disabilities].sort((a, b) => a.grade - b.grade)[0];
      if (!worst || worst.grade > 2) return undefined;
      const value = `${worst.kind}${GRADES[worst.grade]}`;
      return { value, reason: `残疾人证：${worst.kind}残疾${GRADES[worst.grade]}` };
    },
  },
  {
    code: 'special-family',
    family: 'economy',
    from: '1900-01-01',
    sourceKind: 'record',
    source: REGISTER,
    fits: facts => (facts.familyPlanningSpecial ? { reason: '登记为计划生育特殊家庭' } : undefined),
  },
  {
    code: 'hardship',
    family: 'economy',
    from: '1900-01-01',
    sourceKind: 'record',
    source: REGISTER,
    fits: facts =>
      facts.economicClass === 'none'
        ? undefined
        : { value: facts.economicClass, reason: `登记为${ECONOMIC_CLASS_LABELS[facts.economicClass]}` },
  },
];

/**
 * Every tag that holds on `today`, each with its reason and the document, standard or record it stands on. A tag
 * without a day of its own counts from `since`, the day the fact was written down.
 */
export function computeTags(facts: TagFacts, today: CivilDate, since: CivilDate = today): ComputedTag[] {
  const tags: ComputedTag[] = [];
  for (const rule of TAG_RULES) {
    if (rule.from > today || (rule.area && !isInArea(facts.areaCode, rule.area))) continue;
    const found = rule.fits(facts, today);
    if (!found) continue;
    const { code, family, sourceKind, source } = rule;
    const { reason, value = null, validFrom = since < today ? since : today, validTo = null } = found;
    tags.push({ code, family, value, reason, sourceKind, source, validFrom, validTo });
  }
  return tags;
}
