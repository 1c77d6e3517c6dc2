import type { WarningStatus } from '#contracts/relief-lifecycle.ts';
import type { WarningRule } from '#contracts/relief-rules.ts';
import type { Context } from '#platform/http/context.ts';
import type { NewWarning } from './warnings.ts';

export type NoticeRow = {
  elder_id: string;
  warning_id: string;
  area_code: string;
  home_area: string;
  number: string;
  elder_name: string;
  rules: WarningRule[];
  status: WarningStatus;
  warned_at: string;
};

/** For the street of 户籍; called in the batch role, for it is another's area. */
export async function insertNotice(ctx: Context, row: NewWarning & { informed_area: string }): Promise<void> {
  await ctx.client.query(
    `insert into relief_warning_notices (elder_id, warning_id, area_code, home_area, number, elder_name, rules, status, warned_at, changed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)`,
    [
      ...[row.elder_id, row.warning_id, row.informed_area, row.area_code, row.number, row.elder_name],
      ...[row.rules, row.status, ctx.now],
    ],
  );
}

export async function setNotice(
  ctx: Context,
  id: string,
  to: { status: WarningStatus; rules: readonly WarningRule[] },
): Promise<void> {
  await ctx.client.query(
    'update relief_warning_notices set status = $2, rules = $3, changed_at = $4 where warning_id = $1',
    [id, to.status, to.rules, ctx.now],
  );
}

/** Of people who live outside the reader's own area: inside it the warning itself is in reach. */
type Asked = { own: { from: string; to: string }; before: { sort: string; id: string } | undefined; limit: number };
export async function listNotices(ctx: Context, of: Asked): Promise<NoticeRow[]> {
  const { sort, id } = of.before ?? { sort: '9999-12-31T00:00:00Z', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' };
  const { rows } = await ctx.client.query<NoticeRow>(
    `select * from relief_warning_notices where (warned_at, warning_id) < ($1, $2::uuid) and not (home_area >= $4 and home_area < $5)
     order by warned_at desc, warning_id desc limit $3`,
    [sort, id, of.limit, of.own.from, of.own.to],
  );
  return rows;
}
