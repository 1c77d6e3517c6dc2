/**
 * Whom a run looks at: by where they live, or by 户籍 (who pays), in a half-open range of area codes; everybody there,
 * or only whose facts changed since a transaction id; or named people.
 */
export type PeopleOfRun =
  | { by: 'area' | 'hukou'; from: string; to: string; since: number | null }
  | { by: 'ids'; ids: readonly string[] };

/** A condition with its values, numbered from `$2`: `$1` is the month or its first day. */
export type Where = { sql: string; values: unknown[] };

const CHANGED = (at: string) => `select c.elder_id from benefit_changes c where c.changed_xid >= ${at}`;

/**
 * How their rows in other tables are found: `few` people by the people themselves; `many` by reading those tables whole
 * or within the area, which at five million people takes less than half the time of keeping all of them aside.
 */
export type RowsOf = { of: 'few' } | { of: 'many'; where: (alias: string) => string };

export function rowsOf(people: PeopleOfRun): RowsOf {
  if (people.by === 'ids' || people.since !== null) return { of: 'few' };
  const inArea = (alias: string) => `${alias}.area_code >= $2 and ${alias}.area_code < $3`;
  return { of: 'many', where: people.by === 'area' ? inArea : () => 'true' };
}

/** On `e`, the register. */
export function wherePeople(people: PeopleOfRun): Where {
  if (people.by === 'ids') return { sql: 'e.elder_id = any($2::uuid[])', values: [people.ids] };
  const column = people.by === 'area' ? 'e.area_code' : 'e.hukou_area_code';
  const { from, to } = people;
  const range = `${column} >= $2 and ${column} < $3`;
  if (people.since === null) return { sql: range, values: [from, to] };
  return { sql: `${range} and e.elder_id in (${CHANGED('$4')})`, values: [from, to, people.since] };
}

/** On `d`, stored results of the same people. */
export function whereStored(people: PeopleOfRun): Where {
  if (people.by === 'ids') return { sql: 'd.elder_id = any($2::uuid[])', values: [people.ids] };
  const { from, to } = people;
  const column = people.by === 'area' ? 'd.area_code' : 'd.payer_code';
  if (people.since !== null) {
    // As a list: right after a large run the planner thinks the month empty and would read it once for each of these people.
    const sql = `d.elder_id = any(array(${CHANGED('$2')})) and ${column} >= $3 and ${column} < $4`;
    return { sql, values: [people.since, from, to] };
  }
  return { sql: `${column} >= $2 and ${column} < $3`, values: [from, to] };
}

/** On `o`, offers: they stand where the person lives. */
export function whereOffers(people: PeopleOfRun): Where {
  const { sql, values } = whereStored(people);
  return { sql: sql.replaceAll('d.', 'o.'), values };
}
