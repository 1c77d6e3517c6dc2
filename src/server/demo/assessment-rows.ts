import { scoreAssessment } from '#contracts/assessments/score.ts';
import type { BulkAssessment } from '#modules/assessments/index.ts';
import { loadScale, validTo } from '#modules/assessments/index.ts';
import { randomOf } from '#shared/random.ts';
import type { DemoAssessment } from './history-types.ts';
import { ABILITIES } from './model.ts';

type Staff = { accountId: string; name: string; title: string; organisation: string | null };
const atTen = (day: string): string => `${day}T02:00:00.000Z`;

/**
 * A synthetic assessment as the table takes it: 26 answers whose sum is its score, so that every report opens whole.
 * `staffOf` answers the account of an assessor. Deterministic: same assessment, same rows.
 */
export function assessmentRowOf(given: DemoAssessment, today: string, staffOf: (id: string) => Staff): BulkAssessment {
  const scale = loadScale('gbt-42195-2022');
  const answers = given.score === null ? null : { ...answersFor(given.assessmentId, given.score), ...NOTHING_RAISES };
  const outcome = answers ? scoreAssessment(scale, answers) : null;
  const score = outcome?.ok ? outcome.score : null;
  const [first, second] = given.assessorIds.map(staffOf);
  const until = given.assessedOn && score ? validTo(scale, given.assessedOn) : null;
  const published = given.publishedOn !== null && until !== null;
  const signedAt = given.assessedOn ? atTen(given.assessedOn) : null;
  return {
    assessmentId: given.assessmentId,
    elderId: given.elderId,
    areaCode: given.areaCode,
    reason: '首次评估',
    status: published ? (until < today ? 'expired' : 'published') : score ? 'scored' : 'applied',
    appliedAt: atTen(given.appliedOn),
    appliedBy: { accountId: first?.accountId ?? given.assessmentId, name: '社区代办' },
    visitAt: signedAt,
    assessors: signedAt && first && second ? [mark(first, true, signedAt), mark(second, false, signedAt)] : [],
    answers,
    score,
    total: score?.total ?? null,
    level: score?.level ?? null,
    assessedOn: score ? given.assessedOn : null,
    publishedOn: published ? given.publishedOn : null,
    validTo: published ? until : null,
  };
}

const NOTHING_RAISES = { coma: false, diagnoses: [], riskEvents30Days: 0 };
const mark = (staff: Staff, medical: boolean, signedAt: string) => ({ ...staff, medical, signedAt });

/** Takes points away item by item, in an order of the assessment's own, until `total` is left. */
function answersFor(id: string, total: number): { items: Record<string, number> } {
  const { items, totalMax } = loadScale('gbt-42195-2022');
  const r = randomOf(1, 'answers', id);
  const points = new Map(items.map(item => [item.code, item.max]));
  for (let left = totalMax - total; left > 0; ) {
    const item = items[r.below(items.length)];
    const now = item ? (points.get(item.code) ?? 0) : 0;
    if (!item || now === 0) continue;
    points.set(item.code, now - 1);
    left--;
  }
  return { items: Object.fromEntries(points) };
}

/** True when the grade of the generator and of the scale are the same; a test asks it for many. */
export const gradesAgree = (given: DemoAssessment, row: BulkAssessment): boolean =>
  given.grade === null || row.level === ABILITIES.indexOf(given.grade);
