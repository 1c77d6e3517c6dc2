import { createHash, randomBytes } from 'node:crypto';
import type { Agreement, Sample, SampleMember, SampleRow } from '#contracts/assessments/quality.ts';
import { ABILITY_LEVELS } from '#contracts/assessments/scales.ts';
import { DomainError } from '#contracts/errors.ts';
import { areaName } from '#modules/areas/index.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { newId } from '#shared/ids.ts';
import * as db from './db-quality.ts';
import { crossTable, itemAgreement, percentAgreement, weightedKappa } from './rules/agreement.ts';
import { BLIND_SHARE, defaultSize, drawSample } from './rules/sample.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

type Draw = {
  from: string;
  to: string;
  size?: number | undefined;
  seed?: string | undefined;
  note?: string | undefined;
};

/** Draws a blind sample; seed, population and ranks are kept, so that the draw can be repeated by anybody. */
export async function draw(ctx: Context, given: Draw): Promise<Sample> {
  if (given.from > given.to) throw new DomainError('platform.invalid-input', undefined, { to: '止日早于起日' });
  const population = await db.listPopulation(ctx, given);
  if (population.length === 0) throw new DomainError('assessments.nothing-to-sample');
  const size = Math.min(given.size ?? defaultSize(population.length), population.length);
  const seed = given.seed ?? randomBytes(8).toString('hex');
  const ids = population.map(each => each.assessment_id);
  const drawn = drawSample(ids, { size, seed, hash: sha256 });
  const known = new Map(population.map(each => [each.assessment_id, each]));
  const members = drawn.flatMap((id, at) => {
    const row = known.get(id);
    return row ? [{ ...row, draw_rank: at + 1 }] : [];
  });
  const id = newId();
  const row = {
    ...{ sample_id: id, area_code: ctx.actor.areaCode, from_on: given.from, to_on: given.to },
    ...{ population: population.length, size, seed, note: given.note ?? null },
    ...{ drawn_at: ctx.now, drawn_by: ctx.actor.accountId, drawn_by_name: ctx.actor.name },
  };
  await db.insertSample(ctx, row, members);
  await record(ctx, {
    action: 'assessments.draw-sample',
    subject: { kind: 'assessment-sample', id },
    areaCode: ctx.actor.areaCode,
    note: `${population.length} 份里抽 ${size} 份，种子 ${seed}`,
  });
  return readSample(ctx, id);
}

export async function listSamples(ctx: Context) {
  const rows = await db.listSampleRows(ctx);
  return { rows: rows.map(rowOf), share: BLIND_SHARE.value };
}

const rowOf = (row: db.CountedSample): SampleRow => ({
  ...{ id: row.sample_id, areaCode: row.area_code, areaName: areaName(row.area_code) },
  ...{ from: row.from_on, to: row.to_on, population: row.population, size: row.size },
  ...{ assigned: row.assigned, done: row.done, drawnAt: row.drawn_at, drawnBy: row.drawn_by_name },
});

export async function getSample(ctx: Context, id: string): Promise<db.CountedSample> {
  const row = await db.findSample(ctx, id);
  if (!row) throw new DomainError('platform.not-found', '没有找到这批抽样，或不在您的辖区');
  return row;
}

/** The sample with its people and, of what both have assessed, how well the two agree. */
export async function readSample(ctx: Context, id: string): Promise<Sample> {
  const row = await getSample(ctx, id);
  const members = await db.listMembers(ctx, id);
  ctx.saw(...members.map(each => each.elder_id));
  const { seed, note } = row;
  return { ...rowOf(row), seed, note, members: members.map(memberOf), agreement: agreementOf(members) };
}

const memberOf = (row: db.MemberRecord): SampleMember => ({
  ...{ assessmentId: row.assessment_id, elderId: row.elder_id, elderName: row.elder_name },
  ...{ areaName: areaName(row.area_code), rank: row.draw_rank, publishedOn: row.published_on },
  first: { level: row.level, total: row.total, assessors: row.assessors.map(each => each.name) },
  second:
    row.blind_assessor && row.blind_visit_at
      ? {
          ...{ assessor: row.blind_assessor, visitAt: row.blind_visit_at },
          ...{ level: row.blind_score?.level ?? null, total: row.blind_score?.total ?? null },
        }
      : null,
});

function agreementOf(members: readonly db.MemberRecord[]): Agreement {
  const pairs = members.flatMap(row => (row.blind_score ? [{ first: row.level, second: row.blind_score.level }] : []));
  const sheets = members.flatMap(row =>
    row.answers && row.blind_answers ? [{ first: row.answers.items, second: row.blind_answers.items }] : [],
  );
  const kappa = (weights: 'linear' | 'quadratic') => weightedKappa(pairs, { categories: ABILITY_LEVELS, weights });
  return {
    compared: pairs.length,
    levels: percentAgreement(pairs),
    items: itemAgreement(sheets),
    linearKappa: kappa('linear'),
    quadraticKappa: kappa('quadratic'),
    table: crossTable(pairs, ABILITY_LEVELS),
  };
}
