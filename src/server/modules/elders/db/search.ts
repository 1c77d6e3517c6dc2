import type { Context } from '#platform/http/context.ts';

/**
 * Fits when one alternative fits; an alternative fits when the person stands under all its grams. Tables and columns are
 * ours, values are bound.
 */
export type Condition = {
  alternatives: readonly (readonly string[])[];
  /** Only a way in: the search checks the same thing exactly elsewhere, so it is dropped where another leads. */
  leadOnly?: boolean;
};
export type Place = { areaCode: string; name: string; elderId: string };
export type Search = {
  conditions: readonly Condition[];
  range: { from: string; to: string };
  born?: { from: string; until: string } | undefined;
  status?: string | undefined;
};
export type Page = { after?: Place | undefined; limit: number };
type Sql = { text: string; values: unknown[] };

/** Counting stops here when conditions are compared: the one with fewer people leads. */
const PROBE = 2_000;
export const EXACT_UP_TO = 10_000;
const ORDER = 'order by d.area_code, d.name, d.elder_id';

/** Collects values and answers their placeholders. */
function binder() {
  const values: unknown[] = [];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  return { values, bind };
}
type Bind = ReturnType<typeof binder>['bind'];

/** Pages through the people who meet every condition. The rarest condition leads; the others are looked up row by row. */
export async function pagePeople(ctx: Context, search: Search, page: Page): Promise<Place[]> {
  const { text, values } = peopleSql(search, page);
  const { rows } = await ctx.client.query<{ area_code: string; name: string; elder_id: string }>(text, values);
  return rows.map(row => ({ areaCode: row.area_code, name: row.name, elderId: row.elder_id }));
}

/** Exact up to 10,000; above that the planner's estimate under the same row rules, to two figures. */
export async function countPeople(ctx: Context, search: Search): Promise<{ total: number; approximate: boolean }> {
  const { text, values } = peopleSql(search, { limit: EXACT_UP_TO + 1 });
  const { rows } = await ctx.client.query<{ n: number }>(`select count(*)::int as n from (${text}) counted`, values);
  const total = rows[0]?.n ?? 0;
  if (total <= EXACT_UP_TO) return { total, approximate: false };
  const all = peopleSql(search, { limit: 100_000_000 });
  const plan = await ctx.client.query<{ 'QUERY PLAN': { Plan: { 'Plan Rows': number } }[] }>(
    `explain (format json) ${all.text}`,
    all.values,
  );
  const estimate = plan.rows[0]?.['QUERY PLAN'][0]?.Plan['Plan Rows'] ?? total;
  return { total: Math.max(total, Number(estimate.toPrecision(2))), approximate: true };
}

/** Puts the condition with the fewest people first, each counted no further than the probe. */
export async function rarestFirst(ctx: Context, search: Search): Promise<Search> {
  if (search.conditions.length < 2) return search;
  const sized: { condition: Condition; size: number }[] = [];
  for (const condition of search.conditions) {
    const { values, bind } = binder();
    const from = leadingSql(condition, search, { bind });
    const text = `select count(*)::int as n from (select 1 from (${from}) d limit ${PROBE}) probe`;
    const { rows } = await ctx.client.query<{ n: number }>(text, values);
    sized.push({ condition, size: rows[0]?.n ?? 0 });
  }
  return { ...search, conditions: sized.sort((a, b) => a.size - b.size).map(s => s.condition) };
}

/** The statement of one page; `distinct` because a person may come by two alternatives. */
export function peopleSql(search: Search, page: Page): Sql {
  const { values, bind } = binder();
  const [leading, ...others] = search.conditions;
  const walk = { bind, after: page.after };
  const from = leading ? leadingSql(leading, search, walk) : everybodySql(search, walk);
  const checks = others.filter(c => !c.leadOnly).map((condition, i) => checkSql(condition, `c${i}`, bind));
  if (search.born || search.status) checks.push(elderCheck(search, bind));
  const distinct = leading && leading.alternatives.length > 1 ? 'distinct ' : '';
  const text = `select ${distinct}d.area_code, d.name, d.elder_id from (${from}) d ${checks.join(' ')} ${ORDER} limit ${bind(page.limit)}`;
  return { text, values };
}

type Walk = { bind: Bind; after?: Place | undefined };

function within(alias: string, search: Search, { bind, after }: Walk): string {
  const { from, to } = search.range;
  const area = `${alias}.area_code >= ${bind(from)} and ${alias}.area_code < ${bind(to)}`;
  if (!after) return area;
  const place = [after.areaCode, after.name, after.elderId].map(bind).join(', ');
  return `${area} and (${alias}.area_code, ${alias}.name, ${alias}.elder_id) > (${place})`;
}

const everybodySql = (search: Search, walk: Walk): string =>
  `select e.area_code, e.name, e.elder_id from elders e where e.died_on is null and ${within('e', search, walk)}`;

/** Each alternative walks its index in order; PostgreSQL merges the walks lazily, so a page costs a page. */
function leadingSql(condition: Condition, search: Search, walk: Walk): string {
  const walks = condition.alternatives.map(([first, ...rest]) => {
    if (!first) throw new RangeError('an alternative without a gram');
    const joins = rest.map((gram, i) => `join lateral (${oneSql(gram, 's', walk.bind)} limit 1) r${i} on true`);
    const sorted = joins.length > 0 ? ' order by s.area_code, s.name, s.elder_id' : '';
    return `select s.area_code, s.name, s.elder_id from elder_grams s ${joins.join(' ')}
      where s.gram = ${walk.bind(first)} and ${within('s', search, walk)}${sorted}`;
  });
  return walks.length === 1 ? (walks[0] ?? '') : walks.map(one => `(${one})`).join(' union all ');
}

/** Does this very person stand under the gram: one probe of its index. LIMIT keeps the planner from hashing the whole gram. */
const oneSql = (gram: string, of: string, bind: Bind): string =>
  `select 1 from elder_grams x where x.gram = ${bind(gram)} and x.area_code = ${of}.area_code
   and x.name = ${of}.name and x.elder_id = ${of}.elder_id`;

function checkSql(condition: Condition, alias: string, bind: Bind): string {
  const ways = condition.alternatives.map(grams => {
    const probes = grams.map((gram, i) => `(${oneSql(gram, 'd', bind)} limit 1) p${i}`);
    return `select 1 from ${probes.join(' cross join lateral ')} limit 1`;
  });
  const any = ways.length === 1 ? ways.join() : `${ways.map(way => `(${way})`).join(' union all ')} limit 1`;
  return `join lateral (${any}) ${alias} on true`;
}

function elderCheck({ born, status }: Search, bind: Bind): string {
  const tests = ['e.elder_id = d.elder_id'];
  if (born) tests.push(`e.born_on >= ${bind(born.from)} and e.born_on <= ${bind(born.until)}`);
  if (status) tests.push(`e.status = ${bind(status)}`);
  return `join lateral (select 1 from elders e where ${tests.join(' and ')} limit 1) e on true`;
}
