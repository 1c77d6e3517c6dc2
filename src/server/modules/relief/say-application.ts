import type { z } from 'zod';
import type { ReliefApplicationRow, ReliefCheck } from '#contracts/relief.ts';
import { CHECK_REGIONS } from '#contracts/relief-lifecycle.ts';
import { areaName } from '#modules/areas/index.ts';
import { dueStateOf } from '#platform/calendar/due-state.ts';
import type { Context } from '#platform/http/context.ts';
import type { ApplicationRow, Due } from './db/applications.ts';
import type { CheckRow } from './db/parts.ts';
import { streetOf } from './rules.ts';

/** A row of the list, of every kind. */
export const applicationOf = (ctx: Context, row: ApplicationRow & Due): ReliefApplicationRow => ({
  ...{ id: row.application_id, number: row.number, kind: row.kind, elderId: row.elder_id, elderName: row.elder_name },
  ...{ areaCode: row.area_code, areaName: areaName(row.area_code), status: row.status, responsible: row.responsible },
  ...{ responsibleName: areaName(streetOf(row.responsible_area)), appliedName: areaName(streetOf(row.applied_area)) },
  ...{ spentFen: row.spent_fen, amountFen: row.amount_fen, appliedAt: row.applied_at, due: dueStateOf(ctx.today, row) },
});

/** A question to another region, with its answer where there is one. */
export const checkOf = (row: CheckRow): z.output<typeof ReliefCheck> => ({
  ...{ id: row.check_id, number: row.number, status: row.status, askedBy: row.asked_by, askedAt: row.asked_at },
  ...{ regionName: CHECK_REGIONS[row.region as keyof typeof CHECK_REGIONS] ?? row.region, origin: row.origin },
  ...{ answeredOn: row.answered_on, items: row.items, because: row.because },
});
