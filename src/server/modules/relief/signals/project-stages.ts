import type { z } from 'zod';
import { DomainError } from '#contracts/errors.ts';
import {
  type keepProjectStage as endpoint,
  PROJECT_STAGE_LABELS,
  type ProjectRecord,
  STAGE_STATE_LABELS,
} from '#contracts/relief-project.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { newId } from '#shared/ids.ts';
import * as db from '../db/project-stages.ts';

/** Newest first; of one stage the newest holds, the others stay to be read. */
export async function listProjectStages(ctx: Context): Promise<{ rows: ProjectRecord[] }> {
  const rows = await db.listStages(ctx);
  return {
    rows: rows.map(row => ({
      ...{ id: row.stage_id, stage: row.stage, state: row.state, on: row.on_date, opinion: row.opinion },
      ...{ document: row.document, setBy: row.set_by, setAt: row.set_at },
    })),
  };
}

export async function keepProjectStage(ctx: Context, body: z.output<typeof endpoint.body>): Promise<{ id: string }> {
  if (body.on > ctx.today) throw new DomainError('platform.invalid-input', undefined, { on: '日期在今天之后，请核对' });
  const id = newId();
  const { areaCode } = ctx.actor;
  await db.insertStage(ctx, { id, ...body });
  const note = `${PROJECT_STAGE_LABELS[body.stage]}：${STAGE_STATE_LABELS[body.state]}`;
  await record(ctx, {
    action: 'relief.project-stage',
    subject: { kind: 'relief-project', id },
    areaCode,
    note,
    after: body,
  });
  return { id };
}
