import type { Scheme } from '#contracts/benefits/schemes.ts';
import { type CopiedRows, fieldsOf } from '#platform/database/copy-out.ts';
import type { PersonRow } from '../rules/person-facts.ts';
import type { RowsOf } from './people-of-run.ts';

const AT = {
  elderId: 0,
  areaCode: 1,
  hukou: 2,
  bornOn: 3,
  hukouInBeijing: 4,
  hukouLeftOn: 5,
  economicClass: 6,
  familyPlanning: 7,
  disabilities: 8,
  multiple: 9,
  diedOn: 10,
  abilityLevel: 11,
  assessedLevel: 12,
  assessedOn: 13,
  otherBenefits: 14,
  imprisonedOn: 15,
  releasedOn: 16,
  missingOn: 17,
  byScheme: 18,
  applications: 19,
} as const;

/**
 * SQL of the people in `where` (a condition on `e`, with $1 = first day of the month) for COPY. Who died before
 * the month is left out; who died in or after it is still paid for it (160号七（二）). `also`: further columns of `p` behind.
 */
export function peopleSql(where: string, rows: RowsOf = { of: 'few' }, also: readonly string[] = []): string {
  const people = `(select e.* from elders_v_brief e where (e.died_on is null or e.died_on >= $1::date) and ${where})`;
  const few = rows.of === 'few';
  const own = (alias: string) => (rows.of === 'few' ? 'true' : rows.where(alias));
  return `${few ? `with p as materialized ${people}` : ''}
  select ${[
    ...['p.elder_id', 'p.area_code', 'p.hukou_area_code', 'p.born_on', 'p.hukou_in_beijing', 'p.hukou_left_on'],
    ...['p.economic_class', 'p.family_planning_special', 'p.disabilities', 'p.multiple_disability', 'p.died_on'],
    ...['p.ability_level', 'a.level', 'a.assessed_on', "nullif(f.other_benefits::text, '[]')", 'f.imprisoned_on'],
    ...['f.released_on', 'f.declared_missing_on', "nullif(f.by_scheme::text, '{}')", 'q.applications'],
    ...also,
  ].join(', ')}
  from ${few ? 'p' : `${people} p`}
  left join benefit_facts f on f.elder_id = p.elder_id
  left join (select distinct on (v.elder_id) v.elder_id, v.level, v.assessed_on from assessments_v_facts v ${few ? 'join p using (elder_id)' : ''}
    where ${own('v')} and v.status in ('published', 'objected', 'expired')
    order by v.elder_id, v.published_on desc, v.assessment_id desc) a on a.elder_id = p.elder_id
  left join (select b.elder_id, string_agg(b.scheme || ' ' || b.applied_on || ' ' || (b.status = 'granted')::text, ',' order by b.scheme) as applications
    from benefit_applications b ${few ? 'join p using (elder_id)' : ''} where ${own('b')} and b.status in ('applied', 'disputed', 'granted')
    group by b.elder_id) q on q.elder_id = p.elder_id`;
}

/** One person of a page of people. */
export type PersonLine = {
  readonly elderId: string;
  readonly areaCode: string;
  readonly fields: readonly string[];
  readonly page: CopiedRows;
  readonly row: number;
};

export function lineAt(page: CopiedRows, row: number): PersonLine {
  const fields = fieldsOf(page, row);
  return { elderId: fields[AT.elderId] ?? '', areaCode: fields[AT.areaCode] ?? '', fields, page, row };
}

/** District of 户籍 as a 12-digit code; null when it is outside the city. */
export function payerOf({ fields }: PersonLine): string | null {
  return fields[AT.hukouInBeijing] === YES ? `${fields[AT.hukou]?.slice(0, 6)}000000` : null;
}

/** Everything the result rests on, as one text: equal text under equal law = equal result. */
export const basisOf = ({ fields }: PersonLine): string => fields.slice(AT.hukou).join('\t');

/** A yes in COPY. */
const YES = 't';

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

/** The same person in the shape of the careful reader, which also writes the reasons. */
export function personRowOf(line: PersonLine): PersonRow {
  const { fields } = line;
  const text = (at: number): string | null => fields[at] || null;
  const number = (at: number): number | null => (fields[at] ? Number(fields[at]) : null);
  const applied = applicationsOf(line);
  return {
    elder_id: line.elderId,
    area_code: line.areaCode,
    name: '',
    born_on: fields[AT.bornOn] ?? '',
    hukou_area_code: fields[AT.hukou] ?? '',
    hukou_in_beijing: fields[AT.hukouInBeijing] === YES,
    hukou_left_on: text(AT.hukouLeftOn),
    economic_class: fields[AT.economicClass] ?? 'none',
    family_planning_special: fields[AT.familyPlanning] === YES,
    disabilities: JSON.parse(fields[AT.disabilities] || '[]'),
    multiple_disability: fields[AT.multiple] === YES,
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
