import { asBatch } from '#platform/database/as-batch.ts';
import type { Context } from '#platform/http/context.ts';
import { findStation } from './db.ts';

/** The station (else the centre) that answers for the people of a community; null where its street has neither. */
export const responsibleStation = (ctx: Context, areaCode: string): Promise<string | null> =>
  asBatch(ctx, { areaCode, why: '看哪个驿站负责这个社区' }, inner => findStation(inner, areaCode));
