import { DomainError } from '#contracts/errors.ts';
import type { RECOGNISED_CLASS } from '#contracts/relief-lifecycle.ts';
import type { Evaluation } from '#contracts/relief-recognitions.ts';
import { areaName } from '#modules/areas/index.ts';
import { evaluateRecognition, type Procedure, recognitionProcedure } from '#modules/benefits/catalogue/index.ts';
import { takeRecord } from '#modules/elders/index.ts';
import { asBatch } from '#platform/database/as-batch.ts';
import type { Context } from '#platform/http/context.ts';
import { open, seal } from '#platform/secrets/seal.ts';
import { areaAt } from '#shared/area-codes.ts';
import * as db from '../db/applications.ts';
import { loadMeans } from '../means/read-means.ts';
import { CITY, streetOf } from '../rules.ts';

const TABLE = 'relief_applications';

/** Works on both streets' rows and on the means, which answer to the area where the person lives. */
export const onBothSides = <T>(ctx: Context, work: (inner: Context) => Promise<T>): Promise<T> =>
  asBatch(ctx, { areaCode: CITY, why: '救助申请：两个街道的记录一起变，按居住地记的家庭经济状况核算' }, work);

export async function getRecognition(ctx: Context, id: string, lock = false): Promise<db.RecognitionRow> {
  const row = await db.findApplication(ctx, id, lock);
  if (!row || db.isTemporaryRow(row))
    throw new DomainError('platform.not-found', '没有找到这件救助申请，或不在您的辖区');
  return row;
}

/** Steps stand with the street that takes them: the survey where the person lives, all others at the street of 户籍. */
export const subjectOf = (row: Pick<db.RecognitionRow, 'application_id' | 'elder_id'>, areaCode: string) => ({
  ...{ kind: 'relief-application', id: row.application_id, elderId: row.elder_id, areaCode },
});

export const procedureOf = (ctx: Context, row: Pick<db.RecognitionRow, 'kind' | 'responsible_area'>) =>
  recognitionProcedure(ctx, row.kind, { on: ctx.today, areaCode: row.responsible_area });

export const deciderOf = ({ streetDecides }: Procedure): 'street' | 'district' =>
  streetDecides === 1 ? 'street' : 'district';
export const deciderName = (row: Pick<db.RecognitionRow, 'responsible_area'>, procedure: Procedure): string =>
  deciderOf(procedure) === 'street'
    ? areaName(streetOf(row.responsible_area))
    : `${areaName(areaAt(row.responsible_area, 'district'))}民政局`;

/** By the rules on the means as they stand now; for the batch of both sides. Throws without 核对授权书. */
export async function evaluateNow(inner: Context, row: db.RecognitionRow): Promise<Evaluation> {
  const { file, facts, totals, unverified } = await loadMeans(inner, row.elder_id);
  if (!file) throw new DomainError('relief.no-authorisation');
  const outcome = evaluateRecognition(row.kind, facts[row.kind], inner.today);
  return { on: inner.today, outcome, persons: totals.persons, incomeFen: totals.incomeFen, unverified };
}

const placeOf = (row: Pick<db.RecognitionRow, 'elder_id'>) => ({ table: TABLE, elderId: row.elder_id });
export const sealEvaluation = (ctx: Context, row: db.RecognitionRow, evaluation: Evaluation): Buffer =>
  seal(ctx.keys, placeOf(row), evaluation);
export const openEvaluation = (ctx: Context, row: db.RecognitionRow): Evaluation | null =>
  row.sealed ? (open(ctx.keys, placeOf(row), row.sealed) as Evaluation) : null;

export type EnteredClass = 'none' | (typeof RECOGNISED_CLASS)[db.RecognitionRow['kind']];

/** Enters the status in the person's file: a correction that another person checks. */
export async function enterClass(
  inner: Context,
  row: Pick<db.RecognitionRow, 'elder_id' | 'number'>,
  of: { to: EnteredClass; why: string },
): Promise<Pick<db.RecognitionRow, 'correction_id' | 'fact'>> {
  const taken = await takeRecord(inner, row.elder_id, {
    ...{ source: 'desk', number: null, asOf: inner.today, reason: of.why, evidence: `救助申请 ${row.number}` },
    changes: { economicClass: of.to },
  });
  return { correction_id: taken.correctionId, fact: taken.outcome === 'proposed' ? 'proposed' : 'applied' };
}
