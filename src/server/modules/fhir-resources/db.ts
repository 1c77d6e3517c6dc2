import type { ResultOrigin } from '#contracts/assessments/assessment.ts';
import type { FormAnswers } from '#contracts/forms/definition.ts';
import type { FormResult, MetRule } from '#contracts/forms/evaluate.ts';
import type { Context } from '#platform/http/context.ts';

export type PersonRow = {
  elder_id: string;
  area_code: string;
  name: string;
  sex: '男' | '女';
  born_on: string;
  road: string | null;
  compound: string | null;
  status: string;
  died_on: string | null;
};

export async function findPerson(ctx: Context, id: string): Promise<PersonRow | undefined> {
  const { rows } = await ctx.client.query<PersonRow>(
    'select elder_id, area_code, name, sex, born_on, road, compound, status, died_on from elders_v_brief where elder_id = $1',
    [id],
  );
  return rows[0];
}

export type AbilityRow = {
  assessment_id: string;
  elder_id: string;
  scale: string;
  status: string;
  answers: FormAnswers | null;
  score: { dimensions: Record<string, number>; raisedBy: MetRule[] } | null;
  total: number | null;
  level: number;
  assessed_on: string;
  published_on: string;
  valid_to: string;
  origin: ResultOrigin | null;
  assessors: { name: string }[];
};

/** Published results only: what is not published yet is nobody's result. */
export async function listAbilityResults(ctx: Context, elderId: string): Promise<AbilityRow[]> {
  const { rows } = await ctx.client.query<AbilityRow>(
    `select assessment_id, elder_id, scale, status, answers, score, total, level, assessed_on, published_on, valid_to, origin, assessors
     from assessments_v_results where elder_id = $1 order by assessed_on desc, assessment_id`,
    [elderId],
  );
  return rows;
}

export type FillingRow = {
  filling_id: string;
  elder_id: string;
  form: string;
  answers: FormAnswers;
  result: FormResult;
  filled_on: string;
  filled_by_name: string;
};

export async function listFillings(ctx: Context, elderId: string): Promise<FillingRow[]> {
  const { rows } = await ctx.client.query<FillingRow>(
    `select filling_id, elder_id, form, answers, result, filled_on, filled_by_name
     from assessments_v_fillings where elder_id = $1 order by filled_on desc, filling_id`,
    [elderId],
  );
  return rows;
}
