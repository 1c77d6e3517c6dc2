import { copyField, copyIn } from '#platform/database/copy-in.ts';
import type { Context } from '#platform/http/context.ts';
import type { ChangedPerson } from '../rules/judge.ts';
import { cliffKey, MEASURES, type Tally } from '../rules/tally.ts';

type Of = { rehearsalId: string; areaCode: string };

const TABLES = ['rehearsal_months', 'rehearsal_cells', 'rehearsal_cliffs', 'rehearsal_people'];

/** Empties what an earlier run left; done by the batch role, no post may delete. */
export async function clearResult(ctx: Context, id: string): Promise<void> {
  for (const table of [...TABLES, 'rehearsal_places', 'rehearsal_residents'])
    await ctx.client.query(`delete from ${table} where rehearsal_id = $1`, [id]);
}

/** A table of this transaction only: COPY is refused under row rules. */
export async function openPeople(ctx: Context): Promise<void> {
  await ctx.client.query(
    `create temp table rehearsal_draft (elder_id uuid, area_code text, street_code text, band text, economic text, ability text,
       card text, living text, outcome text, first_month text, old_month_fen bigint, new_month_fen bigint, old_fen bigint,
       new_fen bigint, open_old_fen bigint, open_new_fen bigint, cliffs text[]) on commit drop`,
  );
}

export async function addPeople(
  ctx: Context,
  people: readonly ChangedPerson[],
  monthAt: (offset: number) => string,
): Promise<void> {
  const lines = people.map(({ groups, ...row }) =>
    [
      ...[row.elderId, row.areaCode, groups.street, groups.band, groups.economic, groups.ability, groups.card],
      ...[groups.living, row.outcome, row.firstAt === null ? null : monthAt(row.firstAt), row.oldMonthFen],
      ...[row.newMonthFen, row.oldFen, row.newFen, row.openOldFen, row.openNewFen],
      row.cliffs.length > 0 ? `{${row.cliffs.map(key => JSON.stringify(key)).join(',')}}` : null,
    ]
      .map(copyField)
      .join('\t'),
  );
  await copyIn(ctx.client, 'rehearsal_draft', lines);
}

export async function storePeople(ctx: Context, rehearsalId: string): Promise<void> {
  await ctx.client.query(
    `insert into rehearsal_people (rehearsal_id, elder_id, area_code, street_code, band, economic, ability, card, living, outcome,
       first_month, old_month_fen, new_month_fen, old_fen, new_fen, open_old_fen, open_new_fen, cliffs)
     select $1, elder_id, area_code, street_code, band, economic, ability, card, living, outcome, first_month, old_month_fen,
       new_month_fen, old_fen, new_fen, open_old_fen, open_new_fen, cliffs from rehearsal_draft`,
    [rehearsalId],
  );
  await ctx.client.query('drop table rehearsal_draft');
}

/** Sums of one part; streets lie in one part each, so cells never meet. */
export async function storeTally(
  ctx: Context,
  of: Of & { part: string; monthAt: (offset: number) => string },
  tally: Tally,
): Promise<void> {
  await storeMonths(ctx, of, tally);
  const cells = [...tally.cells.values()].map(({ key, sum }) => ({ ...key, ...sum }));
  await ctx.client.query(
    `insert into rehearsal_cells (rehearsal_id, area_code, street_code, band, economic, ability, card, living, outcome, people,
       old_fen, new_fen, open_old_fen, open_new_fen)
     select $1, $2, c.street, c.band, c.economic, c.ability, c.card, c.living, c.outcome, c.people, c."oldFen", c."newFen",
       c."openOldFen", c."openNewFen"
     from jsonb_to_recordset($3) as c (street text, band text, economic text, ability text, card text, living text, outcome text,
       people bigint, "oldFen" bigint, "newFen" bigint, "openOldFen" bigint, "openNewFen" bigint)`,
    [of.rehearsalId, of.areaCode, JSON.stringify(cells)],
  );
  await ctx.client.query(
    `insert into rehearsal_cliffs (rehearsal_id, area_code, part, key, people)
     select $1, $2, $3, c.key, c.people from jsonb_to_recordset($4) as c (key text, people bigint)`,
    [
      ...[of.rehearsalId, of.areaCode, of.part],
      JSON.stringify([...tally.cliffs.values()].map(cliff => ({ key: cliffKey(cliff), people: cliff.people }))),
    ],
  );
}

async function storeMonths(
  ctx: Context,
  of: Of & { part: string; monthAt: (offset: number) => string },
  tally: Tally,
): Promise<void> {
  const rows = [...tally.series].flatMap(([key, series]) => {
    const [payer, scheme, law] = key.split('|');
    return Array.from({ length: tally.months }, (_, at) => ({
      ...{ payer, scheme, law, month: of.monthAt(at) },
      ...Object.fromEntries(MEASURES.map(name => [name, series[name][at] ?? 0])),
    }));
  });
  await ctx.client.query(
    `insert into rehearsal_months (rehearsal_id, area_code, part, payer_code, scheme, month, law, fen, people, open_fen,
       open_people, expected_fen, coming_fen, city_fen, city_expected_fen, city_coming_fen)
     select $1, $2, $3, m.payer, m.scheme, m.month, m.law, m.fen, m.people, m.open, m."openPeople", m.expected, m.coming, m.city,
       m."cityExpected", m."cityComing"
     from jsonb_to_recordset($4) as m (payer text, scheme text, month text, law text, fen bigint, people bigint, open bigint,
       "openPeople" bigint, expected float8, coming float8, city bigint, "cityExpected" float8, "cityComing" float8)`,
    [of.rehearsalId, of.areaCode, of.part, JSON.stringify(rows)],
  );
}

/** Adds one part to the record and remembers where the next begins, in the part's own transaction. */
export async function addPart(ctx: Context, id: string, part: { after: string; tally: Tally }): Promise<void> {
  const { tally, after } = part;
  await ctx.client.query(
    `update rehearsals set people = people + $2, problems = problems + $3, changed_people = changed_people + $4,
       mark_high = mark_high # $5, mark_low = mark_low # $6, after_area = $7 where rehearsal_id = $1`,
    [...[id, tally.people, tally.problems, tally.changed, tally.markHigh >>> 0, tally.markLow >>> 0], after],
  );
}
