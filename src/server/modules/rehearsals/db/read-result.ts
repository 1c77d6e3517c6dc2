import type { Grouping, Outcome } from '#contracts/rehearsals/result.ts';
import type { Context } from '#platform/http/context.ts';
import { areaRange } from '#shared/area-codes.ts';
import type { CellSum } from '../rules/judge.ts';
import type { MonthSum, ResultRows } from '../rules/result-rows.ts';

/** Everything stored of a result, parts summed. */
export async function readRows(ctx: Context, id: string): Promise<ResultRows> {
  const { rows: months } = await ctx.client.query<MonthSum>(
    `select payer_code as payer, scheme, month, law, sum(fen)::bigint as fen, sum(people)::bigint as people,
       sum(open_fen)::bigint as "openFen", sum(open_people)::bigint as "openPeople", sum(expected_fen) as "expectedFen",
       sum(coming_fen) as "comingFen", sum(city_fen)::bigint as "cityFen", sum(city_expected_fen) as "cityExpectedFen",
       sum(city_coming_fen) as "cityComingFen"
     from rehearsal_months where rehearsal_id = $1 group by payer_code, scheme, month, law`,
    [id],
  );
  const { rows: outcomes } = await ctx.client.query<CellSum & { outcome: Outcome }>(
    `select outcome, ${SUMS} from rehearsal_cells where rehearsal_id = $1 group by outcome`,
    [id],
  );
  const { rows: cliffs } = await ctx.client.query<{ key: string; people: number }>(
    'select key, sum(people)::bigint as people from rehearsal_cliffs where rehearsal_id = $1 group by key',
    [id],
  );
  return { months, outcomes, cliffs };
}

const SUMS = `sum(people)::bigint as people, sum(old_fen)::bigint as "oldFen", sum(new_fen)::bigint as "newFen",
  sum(open_old_fen)::bigint as "openOldFen", sum(open_new_fen)::bigint as "openNewFen"`;

export type Within = Partial<Record<Grouping, string>> & { outcome?: string; cliff?: string };
const GROUPS = ['band', 'economic', 'ability', 'card', 'living', 'outcome'] as const;

/** A condition on the columns of cells and people alike; `$1` is the rehearsal. */
function whereWithin(within: Within): { sql: string; values: unknown[] } {
  const values: unknown[] = [];
  const parts: string[] = [];
  const add = (sql: (at: string) => string, value: unknown) => {
    values.push(value);
    parts.push(sql(`$${values.length + 1}`));
  };
  if (within.area) {
    const { from, to } = areaRange(within.area);
    add(at => `street_code >= ${at}`, from);
    add(at => `street_code < ${at}`, to);
  }
  for (const name of GROUPS) if (within[name]) add(at => `${name} = ${at}`, within[name]);
  return { sql: parts.map(part => ` and ${part}`).join(''), values };
}

const KEYS: Record<Grouping | 'district', string> = {
  area: 'street_code',
  district: "substr(street_code, 1, 6) || '000000'",
  ...{ band: 'band', economic: 'economic', ability: 'ability', card: 'card', living: 'living' },
};

export type CellRow = CellSum & { key: string; outcome: Outcome };

export async function readCells(
  ctx: Context,
  of: { id: string; by: Grouping | 'district' },
  within: Within,
): Promise<CellRow[]> {
  const { sql, values } = whereWithin(within);
  const { rows } = await ctx.client.query<CellRow>(
    `select ${KEYS[of.by]} as key, outcome, ${SUMS} from rehearsal_cells where rehearsal_id = $1${sql} group by 1, 2`,
    [of.id, ...values],
  );
  return rows;
}

export type PersonRecord = {
  elder_id: string;
  elder_name: string;
  born_on: string;
  area_code: string;
  street_code: string;
  outcome: Outcome;
  first_month: string | null;
  old_month_fen: number;
  new_month_fen: number;
  old_fen: number;
  new_fen: number;
  open_old_fen: number;
  open_new_fen: number;
};

type Page = { after: { at: string; id: string } | null; limit: number };
const COUNTED = 10_000;

/** People behind a figure, street by street, under the caller's row rules; counted up to 10,000. */
export async function readPeople(
  ctx: Context,
  of: { id: string; within: Within } & Page,
): Promise<{ rows: PersonRecord[]; total: number }> {
  const { sql, values } = whereWithin(of.within);
  // Who only stands at a cliff that the draft changes is kept, too, but is not among those it touches.
  const cliff = of.within.cliff
    ? ` and $${values.length + 2} = any(p.cliffs)`
    : " and p.outcome not in ('same', 'none')";
  const all = [of.id, ...values, ...(of.within.cliff ? [of.within.cliff] : [])];
  const where = `p.rehearsal_id = $1${sql.replaceAll(' and ', ' and p.')}${cliff}`;
  const at = all.length;
  const { rows } = await ctx.client.query<PersonRecord>(
    `select p.*, e.name as elder_name, e.born_on from rehearsal_people p join elders_v_brief e on e.elder_id = p.elder_id
     where ${where} and ($${at + 1}::text is null or (p.street_code, p.elder_id) > ($${at + 1}, $${at + 2}::uuid))
     order by p.street_code, p.elder_id limit $${at + 3}`,
    [...all, of.after?.at ?? null, of.after?.id ?? null, of.limit],
  );
  const { rows: counted } = await ctx.client.query<{ n: number }>(
    `select count(*)::int as n from (select 1 from rehearsal_people p where ${where} limit ${COUNTED}) counted`,
    all,
  );
  return { rows, total: counted[0]?.n ?? 0 };
}

/** A result stands where the person lives now; the street of the day of the run stays with the figures. */
export async function moveRows(ctx: Context, moved: { elderId: string; areaCode: string }): Promise<void> {
  await ctx.client.query('update rehearsal_people set area_code = $2 where elder_id = $1', [
    moved.elderId,
    moved.areaCode,
  ]);
}
