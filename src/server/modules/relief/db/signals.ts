import type { SignalTopic } from '#contracts/comparison-kinds.ts';
import { insertMany } from '#platform/database/insert-many.ts';
import type { Context } from '#platform/http/context.ts';

/** Where somebody lives and who of the household is on what; only of the living on the register. */
export type HomeRow = {
  elder_id: string;
  area_code: string;
  name: string;
  hukou_area_code: string;
  hukou_in_beijing: boolean;
  household_key: string;
  recognised: string | null;
  recognised_id: string | null;
  elders: number;
};

export async function listHomes(ctx: Context, elderIds: readonly string[]): Promise<Map<string, HomeRow>> {
  const { rows } = await ctx.client.query<HomeRow>(
    `select e.elder_id, e.area_code, e.name, e.hukou_area_code, e.hukou_in_beijing, coalesce(h.household_id, e.elder_id) as household_key,
       p.economic_class as recognised, p.elder_id as recognised_id, coalesce(n.n, 1) as elders
     from elders_v_brief e left join elders_v_households h on h.elder_id = e.elder_id
     left join lateral (select o.elder_id, o.economic_class
       from (select e.elder_id as id union select k.elder_id from elders_v_households k where k.household_id = h.household_id) m
       join elders_v_brief o on o.elder_id = m.id
       where o.died_on is null and o.economic_class <> 'none' order by o.elder_id <> e.elder_id, o.elder_id limit 1) p on true
     left join lateral (select count(*)::int as n from elders_v_households k join elders_v_brief o on o.elder_id = k.elder_id
       where k.household_id = h.household_id and o.died_on is null having count(*) > 0) n on true
     where e.elder_id = any ($1) and e.died_on is null and e.status in ('registered', 'verified', 'active')`,
    [elderIds],
  );
  return new Map(rows.map(row => [row.elder_id, row]));
}

export type SignalRow = {
  elder_id: string;
  signal_id: string;
  area_code: string;
  household_key: string;
  topic: SignalTopic;
  person_id: string;
  period: string;
  as_of: string;
  sender: string;
  batch_id: string;
  row_number: number;
  sealed: Buffer;
  received_at: string;
};

type Own = { elderId: string; topic: SignalTopic; limit: number };

/** Of the elder, not of the household's other members. */
export async function listOwnSignals(ctx: Context, { elderId, topic, limit }: Own): Promise<SignalRow[]> {
  const { rows } = await ctx.client.query<SignalRow>(
    `select * from relief_signals where elder_id = $1 and person_id = $1 and topic = $2
     order by as_of desc, signal_id limit $3`,
    [elderId, topic, limit],
  );
  return rows;
}

const SIGNALS = {
  table: 'relief_signals',
  columns: {
    ...{
      elder_id: 'uuid',
      signal_id: 'uuid',
      area_code: 'text',
      household_key: 'uuid',
      topic: 'text',
      person_id: 'uuid',
    },
    ...{ period: 'text', as_of: 'date', sender: 'text', batch_id: 'uuid', row_number: 'integer', sealed: 'bytea' },
    received_at: 'timestamptz',
  },
};

export const keyOf = (row: Pick<SignalRow, 'elder_id' | 'person_id' | 'topic' | 'period'>): string =>
  [row.elder_id, row.person_id, row.topic, row.period].join(' ');

/** The same record sent again takes the former's place and id: what was found by it stands. Answers the ids by key. */
export async function putSignals(ctx: Context, rows: readonly SignalRow[]): Promise<Map<string, string>> {
  if (rows.length === 0) return new Map();
  const of = <K extends keyof SignalRow>(key: K) => rows.map(row => row[key]);
  const former = await ctx.client.query<SignalRow>(
    `delete from relief_signals s using unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[]) as t (elder_id, person_id, topic, period)
     where s.elder_id = t.elder_id and s.person_id = t.person_id and s.topic = t.topic and s.period = t.period returning s.*`,
    [of('elder_id'), of('person_id'), of('topic'), of('period')],
  );
  const known = new Map(former.rows.map(row => [keyOf(row), row.signal_id]));
  const kept = rows.map(row => ({ ...row, signal_id: known.get(keyOf(row)) ?? row.signal_id }));
  await insertMany(ctx.client, SIGNALS, kept);
  return new Map(kept.map(row => [keyOf(row), row.signal_id]));
}

/** What the same people declared in other years. */
export async function listDeclared(ctx: Context, personIds: readonly string[]): Promise<SignalRow[]> {
  const { rows } = await ctx.client.query<SignalRow>(
    "select * from relief_signals where person_id = any ($1) and topic = 'incomeTax'",
    [personIds],
  );
  return rows;
}

/** A page of the store in the order of ids, for a trial. */
export async function pageOfSignals(
  ctx: Context,
  of: { topics: readonly SignalTopic[]; fromOn: string; toOn: string; after: string; limit: number },
): Promise<SignalRow[]> {
  const { rows } = await ctx.client.query<SignalRow>(
    `select * from relief_signals where topic = any ($1) and as_of between $2 and $3 and signal_id > $4
     order by signal_id limit $5`,
    [of.topics, of.fromOn, of.toOn, of.after, of.limit],
  );
  return rows;
}

type Asked = {
  topic: string | null;
  warned: boolean | null;
  range: { from: string; to: string };
  /** Of the data: from this day on, before that one. */
  fromOn: string;
  beforeOn: string;
};
export type ListedSignal = SignalRow & { elder_name: string | null; rules: string[]; warning_id: string | null };

const WHERE = `s.area_code >= $1 and s.area_code < $2 and s.as_of >= $3 and s.as_of < $4 and ($5::text is null or s.topic = $5)
  and ($6::boolean is null or $6 = exists (select from relief_reasons r where r.elder_id = s.elder_id and r.signal_id = s.signal_id))`;
const bound = (of: Asked) => [of.range.from, of.range.to, of.fromOn, of.beforeOn, of.topic, of.warned];

export async function listSignals(
  ctx: Context,
  of: Asked & { before: { sort: string; id: string } | undefined; limit: number },
): Promise<ListedSignal[]> {
  const { rows } = await ctx.client.query<ListedSignal>(
    `select s.*, e.name as elder_name, coalesce(r.rules, '{}') as rules, r.warning_id from relief_signals s
     left join elders_v_brief e on e.elder_id = s.elder_id
     left join lateral (select array_agg(rule order by rule) as rules, (array_agg(warning_id) filter (where warning_id is not null))[1] as warning_id
       from relief_reasons r where r.elder_id = s.elder_id and r.signal_id = s.signal_id) r on true
     where ${WHERE} and ($7::date is null or (s.as_of, s.signal_id) < ($7, $8::uuid))
     order by s.as_of desc, s.signal_id desc limit $9`,
    [...bound(of), of.before?.sort ?? null, of.before?.id ?? null, of.limit],
  );
  return rows;
}

export async function countSignals(ctx: Context, of: Asked): Promise<number> {
  const { rows } = await ctx.client.query<{ n: number }>(
    `select count(*)::int as n from relief_signals s where ${WHERE}`,
    bound(of),
  );
  return rows[0]?.n ?? 0;
}
