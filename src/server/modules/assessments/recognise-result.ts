import type { ResultOrigin } from '#contracts/assessments/assessment.ts';
import { RECOGNISED_REGIONS } from '#contracts/assessments/assessment.ts';
import { assessmentLifecycle } from '#contracts/assessments/lifecycle.ts';
import type { AbilityLevel } from '#contracts/assessments/scales.ts';
import { DomainError } from '#contracts/errors.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { advance } from '#platform/lifecycle/advance.ts';
import { newId } from '#shared/ids.ts';
import { changeAssessment, findElder, findOpenOf, insertAssessment } from './db.ts';
import { getAssessment, readOne } from './read-assessments.ts';
import { validTo } from './rules/assessors.ts';
import { loadScale, SCALE_IDS } from './scales/load-scale.ts';

type Given = {
  elderId: string;
  region: ResultOrigin['region'];
  organisation: string;
  documentNo: string;
  level: AbilityLevel;
  total?: number | undefined;
  assessedOn: string;
  validTo?: string | undefined;
  note?: string | undefined;
};

/**
 * Another region's GB/T 42195 result with origin and document. It does not count by being typed in: it waits reviewed until
 * somebody publishes it, then stands as long as the other region says, never longer than our own results.
 */
export async function recogniseResult(ctx: Context, given: Given) {
  const elder = await findElder(ctx, given.elderId);
  if (!elder) throw new DomainError('platform.not-found', '没有找到这位老人，或不在您的辖区');
  if (elder.status === 'deceased' || elder.status === 'moved-out')
    throw new DomainError('assessments.elder-not-active');
  const until = standsUntil(ctx, given);
  if (await findOpenOf(ctx, elder.elder_id)) throw new DomainError('assessments.already-open');
  const id = newId();
  const origin: ResultOrigin = {
    ...{ region: given.region, organisation: given.organisation, documentNo: given.documentNo, validTo: until },
    recognisedByName: ctx.actor.name,
  };
  await insertAssessment(ctx, {
    ...{ assessment_id: id, elder_id: elder.elder_id, area_code: elder.area_code, scale: SCALE_IDS[0], reason: '其他' },
    ...{ note: given.note ?? null, sealed_contact: null, replaces_id: null },
  });
  const subject = { kind: 'assessment', id, elderId: elder.elder_id, areaCode: elder.area_code };
  const region = given.organisation.startsWith(given.region) ? '' : given.region;
  const word = `${region}${given.organisation}，${given.documentNo}`;
  const status = await advance(ctx, {
    table: assessmentLifecycle,
    subject,
    status: null,
    action: 'recognise',
    note: word,
    duty: {
      forRole: 'street',
      kindLabel: '做评估',
      title: `公布${elder.name}的外地评估结果`,
      reason: word,
      actionLabel: '核对并公布',
      path: `/desk/assessments/${id}`,
      withinWorkingDays: 2,
    },
  });
  const result = { level: given.level, total: given.total ?? null, assessed_on: given.assessedOn };
  await changeAssessment(ctx, await getAssessment(ctx, id, true), { status, origin, ...result });
  await record(ctx, {
    action: 'assessments.recognise',
    subject,
    elderId: elder.elder_id,
    areaCode: elder.area_code,
    note: word,
    after: { level: given.level, assessedOn: given.assessedOn, validTo: until },
  });
  return readOne(ctx, id);
}

function standsUntil(ctx: Context, given: Given): string {
  if (RECOGNISED_REGIONS[given.region] !== 'seed' && !given.note)
    throw new DomainError('assessments.recognition-needs-note', undefined, { note: '请写明认定的依据' });
  if (given.assessedOn > ctx.today)
    throw new DomainError('platform.invalid-input', undefined, { assessedOn: '评估日期在今天以后' });
  const longest = validTo(loadScale(SCALE_IDS[0]), given.assessedOn);
  const until = given.validTo && given.validTo < longest ? given.validTo : longest;
  if (until < ctx.today) throw new DomainError('assessments.recognised-expired');
  return until;
}
