import { DISABILITY_KINDS, ECONOMIC_CLASSES, type Scheme } from '#contracts/benefits/schemes.ts';
import { dateNumber } from '../rules/civil-numbers.ts';
import { disabilityBit, type Facts } from '../rules/facts.ts';
import type { PersonRow } from '../rules/person-facts.ts';
import type { RowsOf } from './people-of-run.ts';

/** People travel as one text each: a third of the cost of twenty columns. */
export const FIELD_SEPARATOR = '\x1f';

const AT = {
  elderId: 0,
  areaCode: 1,
  name: 2,
  hukou: 3,
  bornOn: 4,
  hukouInBeijing: 5,
  hukouLeftOn: 6,
  economicClass: 7,
  familyPlanning: 8,
  disabilities: 9,
  multiple: 10,
  diedOn: 11,
  abilityLevel: 12,
  assessedLevel: 13,
  assessedOn: 14,
  otherBenefits: 15,
  imprisonedOn: 16,
  releasedOn: 17,
  missingOn: 18,
  byScheme: 19,
  applications: 20,
} as const;

const joined = (columns: readonly string[]) => columns.map(each => `coalesce(${each}, '')`).join(` || E'\\x1f' || `);

/**
 * SQL of the people in `where` (a condition on `e`, with $1 = first day of the month) as one text each. Who died before
 * the month is left out; who died in or after it is still paid for it (160号七（二）). `also`: further columns of `p` behind.
 */
export function peopleSql(where: string, rows: RowsOf = { of: 'few' }, also: readonly string[] = []): string {
  const people = `(select e.* from elders_v_brief e where (e.died_on is null or e.died_on >= $1::date) and ${where})`;
  const few = rows.of === 'few';
  const own = (alias: string) => (rows.of === 'few' ? 'true' : rows.where(alias));
  return `${few ? `with p as materialized ${people}` : ''}
  select ${joined([
    ...[
      'p.elder_id::text',
      'p.area_code',
      'p.name',
      'p.hukou_area_code',
      'p.born_on::text',
      'p.hukou_in_beijing::text',
    ],
    ...['p.hukou_left_on::text', 'p.economic_class', 'p.family_planning_special::text', 'p.disabilities::text'],
    ...[
      'p.multiple_disability::text',
      'p.died_on::text',
      'p.ability_level::text',
      'a.level::text',
      'a.assessed_on::text',
    ],
    ...["nullif(f.other_benefits::text, '[]')", 'f.imprisoned_on::text', 'f.released_on::text'],
    ...['f.declared_missing_on::text', "nullif(f.by_scheme::text, '{}')", 'q.applications'],
    ...also,
  ])} as line
  from ${few ? 'p' : `${people} p`}
  left join benefit_facts f on f.elder_id = p.elder_id
  left join (select distinct on (v.elder_id) v.elder_id, v.level, v.assessed_on from assessments_v_facts v ${few ? 'join p using (elder_id)' : ''}
    where ${own('v')} and v.status in ('published', 'objected', 'expired')
    order by v.elder_id, v.published_on desc, v.assessment_id desc) a on a.elder_id = p.elder_id
  left join (select b.elder_id, string_agg(b.scheme || ' ' || b.applied_on || ' ' || (b.status = 'granted')::text, ',' order by b.scheme) as applications
    from benefit_applications b ${few ? 'join p using (elder_id)' : ''} where ${own('b')} and b.status in ('applied', 'disputed', 'granted')
    group by b.elder_id) q on q.elder_id = p.elder_id`;
}

export type PersonLine = { readonly elderId: string; readonly areaCode: string; readonly fields: readonly string[] };

export function splitLine(line: string): PersonLine {
  const fields = line.split(FIELD_SEPARATOR);
  return { elderId: fields[AT.elderId] ?? '', areaCode: fields[AT.areaCode] ?? '', fields };
}

/** District of 户籍 as a 12-digit code; null when it is outside the city. */
export function payerOf({ fields }: PersonLine): string | null {
  return fields[AT.hukouInBeijing] === 'true' ? `${fields[AT.hukou]?.slice(0, 6)}000000` : null;
}

/** Everything the result rests on, as one text: equal text under equal law = equal result. */
export const basisOf = ({ fields }: PersonLine): string => fields.slice(AT.hukou).join(FIELD_SEPARATOR);

const disabilityBits = new Map<string, number>([['[]', 0]]);

function bitsOf(json: string): number {
  const known = disabilityBits.get(json);
  if (known !== undefined) return known;
  let bits = 0;
  for (const { kind, grade } of JSON.parse(json) as { kind: string; grade: number }[]) {
    const at = (DISABILITY_KINDS as readonly string[]).indexOf(kind);
    if (at < 0 || !(grade >= 1 && grade <= 4)) return Number.NaN;
    bits |= disabilityBit(at, grade);
  }
  disabilityBits.set(json, bits);
  return bits;
}

const day = (text: string | undefined): number => (text ? dateNumber(text) : 0);
const yes = (text: string | undefined): number => (text === 'true' ? 1 : 0);

/** `any`: an application that is still open counts against an offer, only a granted one towards money. */
export type Applied = Record<Scheme, { on: string; granted: boolean } | undefined>;

export function applicationsOf({ fields }: PersonLine): Applied {
  const applied: Applied = { hardship: undefined, care: undefined, advancedAge: undefined };
  const text = fields[AT.applications];
  if (!text) return applied;
  for (const each of text.split(',')) {
    const [scheme, on = '', granted] = each.split(' ');
    applied[scheme as Scheme] = { on, granted: granted === 'true' };
  }
  return applied;
}

/**
 * The facts of the usual person as numbers; undefined for a record that needs the careful reader (other benefits, dates
 * by scheme, anything out of shape).
 */
export function factsOf(line: PersonLine, applied: Applied): Facts | undefined {
  const { fields } = line;
  if (fields[AT.otherBenefits] || fields[AT.byScheme]) return undefined;
  const level = fields[AT.assessedLevel] || fields[AT.abilityLevel];
  const granted = (scheme: Scheme) => (applied[scheme]?.granted ? day(applied[scheme].on) : 0);
  const facts: Facts = {
    bornOn: day(fields[AT.bornOn]),
    hukouInBeijing: yes(fields[AT.hukouInBeijing]),
    hukouLeftOn: day(fields[AT.hukouLeftOn]),
    diedOn: day(fields[AT.diedOn]),
    declaredMissingOn: day(fields[AT.missingOn]),
    imprisonedOn: day(fields[AT.imprisonedOn]),
    releasedOn: day(fields[AT.releasedOn]),
    economicClass: (ECONOMIC_CLASSES as readonly string[]).indexOf(fields[AT.economicClass] ?? ''),
    familyPlanningSpecial: yes(fields[AT.familyPlanning]),
    abilityLevel: level ? Number(level) : -1,
    abilityAssessedOn: day(fields[AT.assessedOn]),
    disabilities: bitsOf(fields[AT.disabilities] ?? '[]'),
    multipleDisability: yes(fields[AT.multiple]),
    benefits: 0,
    rivalHardshipFen: 0,
    rivalCareFen: 0,
    appliedHardship: granted('hardship'),
    appliedCare: granted('care'),
    appliedAdvancedAge: granted('advancedAge'),
    metHardship: 0,
    metCare: 0,
    metAdvancedAge: 0,
    lostHardship: 0,
    lostCare: 0,
    lostAdvancedAge: 0,
    reviewFailedHardship: 0,
    reviewFailedCare: 0,
    reviewFailedAdvancedAge: 0,
  };
  const isOdd =
    facts.bornOn <= 0 ||
    facts.economicClass < 0 ||
    Number.isNaN(facts.disabilities) ||
    (facts.diedOn !== 0 && facts.diedOn < facts.bornOn);
  return isOdd ? undefined : facts;
}

/** The same person in the shape of the careful reader, which also writes the reasons. */
export function personRowOf(line: PersonLine): PersonRow {
  const { fields } = line;
  const text = (at: number): string | null => fields[at] || null;
  const number = (at: number): number | null => (fields[at] ? Number(fields[at]) : null);
  const applied = applicationsOf(line);
  return {
    elder_id: line.elderId,
    area_code: line.areaCode,
    name: fields[AT.name] ?? '',
    born_on: fields[AT.bornOn] ?? '',
    hukou_area_code: fields[AT.hukou] ?? '',
    hukou_in_beijing: fields[AT.hukouInBeijing] === 'true',
    hukou_left_on: text(AT.hukouLeftOn),
    economic_class: fields[AT.economicClass] ?? 'none',
    family_planning_special: fields[AT.familyPlanning] === 'true',
    disabilities: JSON.parse(fields[AT.disabilities] || '[]'),
    multiple_disability: fields[AT.multiple] === 'true',
    died_on: text(AT.diedOn),
    ability_level: number(AT.abilityLevel),
    assessed_level: number(AT.assessedLevel),
    assessed_on: text(AT.assessedOn),
    other_benefits: JSON.parse(fields[AT.otherBenefits] || 'null'),
    imprisoned_on: text(AT.imprisonedOn),
    released_on: text(AT.releasedOn),
    declared_missing_on: text(AT.missingOn),
    by_scheme: JSON.parse(fields[AT.byScheme] || 'null'),
    facts_source: null,
    applications: Object.fromEntries(Object.entries(applied).filter(([, each]) => each !== undefined)),
  };
}
