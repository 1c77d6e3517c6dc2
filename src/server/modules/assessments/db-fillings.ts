import type { FormAnswers } from '#contracts/forms/definition.ts';
import type { FormResult } from '#contracts/forms/evaluate.ts';
import type { Context } from '#platform/http/context.ts';

export type FillingRecord = {
  elder_id: string;
  filling_id: string;
  area_code: string;
  form: string;
  form_version: string | null;
  answers: FormAnswers;
  result: FormResult;
  note: string | null;
  filled_on: string;
  recorded_at: string;
  filled_by: string;
  filled_by_name: string;
};

export async function insertFilling(ctx: Context, row: FillingRecord): Promise<void> {
  await ctx.client.query(
    `insert into assessment_fillings (elder_id, filling_id, area_code, happened_area, form, form_version, answers, result, note,
       filled_on, recorded_at, filled_by, filled_by_name)
     values ($1, $2, $3, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      ...[row.elder_id, row.filling_id, row.area_code, row.form, row.form_version, row.answers, row.result, row.note],
      ...[row.filled_on, row.recorded_at, row.filled_by, row.filled_by_name],
    ],
  );
}

export async function listFillingsOf(ctx: Context, elderId: string): Promise<FillingRecord[]> {
  const { rows } = await ctx.client.query<FillingRecord>(
    'select * from assessment_fillings where elder_id = $1 order by filled_on desc, filling_id desc limit 100',
    [elderId],
  );
  return rows;
}

export async function findFilling(ctx: Context, id: string): Promise<FillingRecord | undefined> {
  const { rows } = await ctx.client.query<FillingRecord>('select * from assessment_fillings where filling_id = $1', [
    id,
  ]);
  return rows[0];
}

export type SheetPerson = { area_code: string; elder_name: string; sex: string; born_on: string };

/** The person as the assessor's own open sheet knows them; undefined when nothing of theirs is assigned to the actor. */
export async function findOwnSheetOf(ctx: Context, elderId: string): Promise<SheetPerson | undefined> {
  const { rows } = await ctx.client.query<SheetPerson>(
    `select area_code, elder_name, sex, born_on from assessment_assignments
     where elder_id = $1 and assignee_id = $2 order by finished_at desc nulls first limit 1`,
    [elderId, ctx.actor.accountId],
  );
  return rows[0];
}
