import type { Context } from '../http/context.ts';

/** One row of a batch for itself: what it wrote is taken back when it is refused, the others stay. */
export async function alone<T>(ctx: Context, work: () => Promise<T>): Promise<T> {
  await ctx.client.query('savepoint one_row');
  try {
    return await work();
  } catch (error) {
    await ctx.client.query('rollback to savepoint one_row');
    throw error;
  }
}
