import { areaRange } from '#shared/area-codes.ts';

/**
 * Whom a run looks at: by where they live, or by 户籍 (who pays); everybody there, or only whose facts changed since a
 * transaction id; or named people.
 */
export type PeopleOfRun =
  | { by: 'area' | 'hukou'; code: string; since: number | null }
  | { by: 'ids'; ids: readonly string[] };

/** A condition with its values, numbered from `$2`: `$1` is the month or its first day. */
export type Where = { sql: string; values: unknown[] };

const CHANGED = (elder: string, at: string) =>
  `${elder}.elder_id in (select c.elder_id from benefit_changes c where c.changed_xid >= ${at})`;

/** On `e`, the register. */
export function wherePeople(people: PeopleOfRun): Where {
  if (people.by === 'ids') return { sql: 'e.elder_id = any($2::uuid[])', values: [people.ids] };
  const column = people.by === 'area' ? 'e.area_code' : 'e.hukou_area_code';
  const { from, to } = areaRange(people.code);
  const range = `${column} >= $2 and ${column} < $3`;
  if (people.since === null) return { sql: range, values: [from, to] };
  return { sql: `${range} and ${CHANGED('e', '$4')}`, values: [from, to, people.since] };
}

/**
 * On `d`, stored results. Under `changed` by person and not by area: a stored row of somebody who has just left must be
 * found as well.
 */
export function whereStored(people: PeopleOfRun): Where {
  if (people.by === 'ids') return { sql: 'd.elder_id = any($2::uuid[])', values: [people.ids] };
  if (people.since !== null) {
    const range = areaRange(people.code);
    const column = people.by === 'area' ? 'd.area_code' : 'd.payer_code';
    return {
      sql: `${CHANGED('d', '$2')} and ${column} >= $3 and ${column} < $4`,
      values: [people.since, range.from, range.to],
    };
  }
  const { from, to } = areaRange(people.code);
  const column = people.by === 'area' ? 'd.area_code' : 'd.payer_code';
  return { sql: `${column} >= $2 and ${column} < $3`, values: [from, to] };
}

/** On `o`, offers: they stand where the person lives. */
export function whereOffers(people: PeopleOfRun): Where {
  const { sql, values } = whereStored(people);
  return { sql: sql.replaceAll('d.', 'o.'), values };
}
