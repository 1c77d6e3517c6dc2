import { ABILITY_LEVEL_LABELS, type AbilityLevel } from '#contracts/assessments/scales.ts';
import type { Person } from '#contracts/benefits/person.ts';
import { SCHEME_LABELS, SCHEMES, type Scheme } from '#contracts/benefits/schemes.ts';
import { dayWords } from '#shared/dates.ts';

/** One person as the register, the assessments, the applications and the benefits desk know them together. */
export type PersonRow = {
  elder_id: string;
  area_code: string;
  name: string;
  born_on: string;
  hukou_area_code: string;
  hukou_in_beijing: boolean;
  hukou_left_on: string | null;
  economic_class: string;
  family_planning_special: boolean;
  disabilities: { kind: string; grade: number }[];
  multiple_disability: boolean;
  died_on: string | null;
  ability_level: number | null;
  assessed_level: number | null;
  assessed_on: string | null;
  other_benefits: { code: string; amountFen: number | null }[] | null;
  imprisoned_on: string | null;
  released_on: string | null;
  declared_missing_on: string | null;
  /** Start, stop and failed review by scheme, with their days. */
  by_scheme?: BySchemeDates | null;
  facts_source: string | null;
  /** Open or granted applications: scheme → day and whether granted. */
  applications: Partial<Record<Scheme, { on: string; granted: boolean }>> | null;
};

type Dates = Partial<Record<Scheme, string>>;
export type BySchemeDates = { met?: Dates; lost?: Dates; reviewFailed?: Dates };

type Options = {
  districtName: string | null /** Only granted applications count: for the monthly batch. */;
  grantedOnly: boolean;
};

/** The register's row in the shape that the determination reads. */
export function personOf(row: PersonRow, options: Options): Person {
  const appliedOn: Partial<Record<Scheme, string>> = {};
  for (const scheme of SCHEMES) {
    const application = row.applications?.[scheme];
    if (application && (application.granted || !options.grantedOnly)) appliedOn[scheme] = application.on;
  }
  return {
    id: row.elder_id,
    bornOn: row.born_on,
    hukouInBeijing: row.hukou_in_beijing,
    hukouDistrict: options.districtName,
    economicClass: row.economic_class as Person['economicClass'],
    familyPlanningSpecial: row.family_planning_special,
    // A dated result beats the register's bare level: without its day nobody knows whether it still stands.
    abilityLevel: (row.assessed_level ?? row.ability_level) as AbilityLevel | null,
    abilityAssessedOn: row.assessed_on,
    disabilities: row.disabilities as Person['disabilities'],
    multipleDisability: row.multiple_disability,
    otherBenefits: row.other_benefits ?? [],
    appliedOn,
    conditionsMetOn: row.by_scheme?.met ?? null,
    conditionsLostOn: row.by_scheme?.lost ?? null,
    reviewFailedOn: row.by_scheme?.reviewFailed ?? null,
    diedOn: row.died_on,
    hukouLeftOn: row.hukou_left_on,
    declaredMissingOn: row.declared_missing_on,
    imprisonedOn: row.imprisoned_on,
    releasedOn: row.released_on,
  };
}

export type FactLine = { field: string; label: string; value: string; source: string };

const REGISTER = '人员档案';

/** What was looked at, in the words of the form; empty facts are said too, because their absence decides as well. */
export function factLines(
  row: PersonRow,
  words: { district: string; benefits: ReadonlyMap<string, string> },
): FactLine[] {
  const level = (row.assessed_level ?? row.ability_level) as AbilityLevel | null;
  const disabilities = row.disabilities.map(each => `${each.kind}${each.grade}级`);
  const others = (row.other_benefits ?? []).map(each => words.benefits.get(each.code) ?? each.code);
  const applied = SCHEMES.flatMap(scheme => {
    const application = row.applications?.[scheme];
    return application ? [`${SCHEME_LABELS[scheme]} ${dayWords(application.on)}`] : [];
  });
  const own = row.facts_source ? `待遇登记：${row.facts_source}` : '待遇登记：没有登记过';
  const lines: FactLine[] = [
    { field: 'bornOn', label: '出生日期', value: dayWords(row.born_on), source: REGISTER },
    {
      field: 'hukouInBeijing',
      label: '户籍',
      value: row.hukou_in_beijing ? words.district : '不在本市',
      source: REGISTER,
    },
    {
      ...{ field: 'economicClass', label: '经济状况', source: REGISTER },
      value: row.economic_class === 'none' ? '一般' : row.economic_class,
    },
    {
      ...{ field: 'familyPlanningSpecial', label: '计划生育特殊家庭', source: REGISTER },
      value: row.family_planning_special ? '是' : '否',
    },
    {
      ...{ field: 'abilityLevel', label: '能力等级' },
      value: level === null ? '没有评估过' : `${level}级 ${ABILITY_LEVEL_LABELS[level]}`,
      source: row.assessed_on ? `能力评估 ${dayWords(row.assessed_on)}` : REGISTER,
    },
    {
      ...{ field: 'disabilities', label: '残疾证', source: REGISTER },
      value: disabilities.length > 0 ? disabilities.join('、') : '没有',
    },
    { field: 'otherBenefits', label: '其他待遇', value: others.length > 0 ? others.join('、') : '没有', source: own },
    { field: 'appliedOn', label: '申请', value: applied.length > 0 ? applied.join('；') : '没有', source: '待遇申请' },
  ];
  return [...lines, ...rareLines(row, own)];
}

const BY_SCHEME_LABELS = [
  ['met', '符合条件日期'],
  ['lost', '不再符合条件日期'],
  ['reviewFailed', '复核不合格日期'],
] as const;

/** Said only where there is something to say. */
function rareLines(row: PersonRow, own: string): FactLine[] {
  const rare: [string, string, string | null, string][] = [
    ['diedOn', '去世日期', row.died_on, REGISTER],
    ['hukouLeftOn', '户籍迁出日期', row.hukou_left_on, REGISTER],
    ['imprisonedOn', '开始服刑日期', row.imprisoned_on, own],
    ['releasedOn', '刑满释放日期', row.released_on, own],
    ['declaredMissingOn', '宣告失踪日期', row.declared_missing_on, own],
  ];
  for (const [kind, label] of BY_SCHEME_LABELS)
    for (const scheme of SCHEMES)
      rare.push([
        `bySchemeDates.${kind}.${scheme}`,
        `${SCHEME_LABELS[scheme]}${label}`,
        row.by_scheme?.[kind]?.[scheme] ?? null,
        own,
      ]);
  return rare.flatMap(([field, label, value, source]) =>
    value ? [{ field, label, value: dayWords(value), source }] : [],
  );
}
