import type { Context } from '../http/context.ts';

/** A row that says who asked for a background work. */
export type Asker = {
  area_code: string;
  started_by: string;
  started_by_post: string | null;
  started_by_name: string;
  started_by_role: string;
};

/** Work of a job in the name of whoever asked for it. */
export const inTheNameOf = (ctx: Context, row: Asker): Context => ({
  ...ctx,
  actor: {
    ...ctx.actor,
    accountId: row.started_by,
    postId: row.started_by_post ?? ctx.actor.postId,
    name: row.started_by_name,
    role: row.started_by_role as Context['actor']['role'],
    areaCode: row.area_code,
  },
});
