import type { Context } from '#platform/http/context.ts';
import { newId } from '#shared/ids.ts';

/** Pairs as elder ids, one after the other: a, b, a, b … */
export type Rounds = { beganAt: string; names: string[]; compared: number; met: readonly string[] };

type Row = { began_at: string; names: string[]; compared: number; met: Buffer };

/** What a check of exactly this area, begun on this business day and not ended, has done. */
export async function findRounds(ctx: Context, areaCode: string): Promise<Rounds | undefined> {
  const { rows } = await ctx.client.query<Row>(
    `select began_at, names, compared, met from register_check_rounds
     where area_code = $1 and (began_at at time zone 'Asia/Shanghai')::date = $2::date order by round_id`,
    [areaCode, ctx.today],
  );
  const [first] = rows;
  if (!first) return undefined;
  return {
    beganAt: first.began_at,
    names: rows.flatMap(row => row.names),
    compared: rows.reduce((sum, row) => sum + Number(row.compared), 0),
    met: rows.flatMap(row => idsIn(row.met)),
  };
}

export async function addRounds(ctx: Context, areaCode: string, rounds: Rounds): Promise<void> {
  await ctx.client.query(
    `insert into register_check_rounds (round_id, area_code, began_at, names, compared, met) values ($1, $2, $3, $4, $5, $6)`,
    [
      newId(),
      areaCode,
      rounds.beganAt,
      `{${rounds.names.map(name => JSON.stringify(name)).join(',')}}`,
      rounds.compared,
      bytesOf(rounds.met),
    ],
  );
}

/** Of this area: the check has ended, or those are of another day. */
export async function dropRounds(ctx: Context, areaCode: string): Promise<void> {
  await ctx.client.query('delete from register_check_rounds where area_code = $1', [areaCode]);
}

const bytesOf = (ids: readonly string[]): Buffer => Buffer.from(ids.join('').replaceAll('-', ''), 'hex');

function idsIn(bytes: Buffer): string[] {
  return Array.from({ length: bytes.length / 16 }, (_, at) => {
    const hex = bytes.toString('hex', at * 16, at * 16 + 16);
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  });
}
