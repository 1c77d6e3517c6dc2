import { DomainError } from '#contracts/errors.ts';
import type { Context } from '#platform/http/context.ts';
import * as db from './db.ts';

export async function getAdaptation(ctx: Context, id: string, lock = false): Promise<db.AdaptationRecord> {
  const row = await db.findAdaptation(ctx, id, lock);
  if (!row) throw new DomainError('platform.not-found', '没有找到这件改造，或不归您办');
  return row;
}
