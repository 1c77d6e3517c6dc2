import { assessmentLifecycle } from '#contracts/assessments/lifecycle.ts';
import type { Scale } from '#contracts/assessments/scales.ts';
import { scoreAssessment } from '#contracts/assessments/score.ts';
import {
  type BulkAssessment,
  insertAssessments,
  insertSheet,
  loadScale,
  openVisitDuty,
} from '#modules/assessments/index.ts';
import { openDuty } from '#platform/lifecycle/advance.ts';
import { insertSteps, type PastStep } from '#platform/lifecycle/insert-steps.ts';
import { seal } from '#platform/secrets/seal.ts';
import { addDays } from '#shared/dates.ts';
import { newId } from '#shared/ids.ts';
import { type Random, randomOf } from '#shared/random.ts';
import type { DemoAssessment } from '../../demo/index.ts';
import { elderOf, type HistoryContext } from '../history-rows.ts';
import { lookup, officeOf, relatedId } from '../lookup.ts';

/** Assessments with scores by item, their steps, and the sheets of those who wait for the visit. */
export async function loadAssessments(h: HistoryContext, assessments: readonly DemoAssessment[]): Promise<number> {
  const rows = assessments.map(a => bulkRow(h, a));
  const steps = rows.flatMap(row => stepsOf(h, row));
  await insertAssessments(h.ctx.client, rows);
  await insertSteps(h.ctx.client, steps);
  for (const row of rows) {
    if (row.status === 'scheduled') await loadSheets(h, row);
    else if (row.status !== 'published') await openStreetDuty(h, row);
  }
  return rows.length + steps.length;
}

function bulkRow(h: HistoryContext, a: DemoAssessment): BulkAssessment {
  const scale = loadScale('gbt-42195-2022');
  const answers = a.score === null ? null : answersFor(scale, a.score, randomOf(a.score, a.assessmentId));
  const outcome = answers && scoreAssessment(scale, answers);
  const score = outcome?.ok ? outcome.score : null;
  const worker = officeOf(h.world, 'community', a.areaCode);
  return {
    assessmentId: a.assessmentId,
    elderId: a.elderId,
    areaCode: a.areaCode,
    reason: '首次评估',
    status: a.publishedOn
      ? 'published'
      : score
        ? 'scored'
        : a.appliedOn >= addDays(h.ctx.today, -4)
          ? 'applied'
          : 'scheduled',
    appliedAt: `${a.appliedOn}T10:00:00+08:00`,
    appliedBy: { accountId: worker?.staffId ?? h.ctx.actor.accountId, name: worker?.name ?? '社区工作者' },
    visitAt: visitAt(h, a),
    assessors: a.appliedOn >= addDays(h.ctx.today, -4) ? [] : marksOf(h, a),
    answers,
    score,
    total: score?.total ?? null,
    level: score?.level ?? null,
    assessedOn: score ? a.assessedOn : null,
    publishedOn: a.publishedOn,
    validTo: a.publishedOn ? a.validTo : null,
  };
}

/** Those who wait are visited in the coming days, some this morning. */
function visitAt(h: HistoryContext, a: DemoAssessment): string | null {
  if (a.assessedOn) return `${a.assessedOn}T09:30:00+08:00`;
  if (a.appliedOn >= addDays(h.ctx.today, -4)) return null;
  const day = addDays(h.ctx.today, Date.parse(a.appliedOn) % 3 === 0 ? 0 : 1 + (a.assessmentId.charCodeAt(35) % 5));
  return `${day}T${9 + (a.assessmentId.charCodeAt(34) % 7)}:30:00+08:00`.replace('T9', 'T09');
}

const marksOf = (h: HistoryContext, a: DemoAssessment): BulkAssessment['assessors'] =>
  a.assessorIds.map((accountId, i) => {
    const { staff, organisations } = lookup(h.world);
    const person = staff.get(accountId);
    return {
      accountId,
      name: person?.name ?? '评估员',
      title: '评估员',
      organisation: organisations.get(person?.organisationId ?? '')?.name ?? null,
      // GB/T 42195-2022: at least one of the two has a medical background.
      medical: i === 0,
      signedAt: a.assessedOn ? `${a.assessedOn}T11:00:00+08:00` : null,
    };
  });

/** Points by item that add up to `total`: from full marks down, item by item in a drawn order. */
function answersFor(scale: Scale, total: number, r: Random) {
  const points = new Map(scale.items.map(item => [item.code, item.max]));
  let left = scale.items.reduce((sum, item) => sum + item.max, 0) - total;
  for (let turn = 0; left > 0 && turn < 4_000; turn++) {
    const item = scale.items[r.below(scale.items.length)];
    const now = item && points.get(item.code);
    const lower = item?.options.map(o => o.points).filter(p => p < (now ?? 0) && (now ?? 0) - p <= left);
    if (!item || !lower?.length) continue;
    const next = Math.max(...lower);
    left -= (now ?? 0) - next;
    points.set(item.code, next);
  }
  return { items: Object.fromEntries(points), coma: false, diagnoses: [], riskEvents30Days: 0 };
}

async function loadSheets(h: HistoryContext, row: BulkAssessment): Promise<void> {
  const elder = elderOf(h, row.elderId);
  const phone = elder.contacts[0]?.phone ?? elder.phone ?? '';
  const contact = { name: elder.contacts[0]?.name ?? elder.name, phone, door: elder.door };
  for (const [i, mark] of row.assessors.entries()) {
    const sheet = {
      elder_id: row.elderId,
      assignment_id: relatedId(row.assessmentId, `sheet-${i}`),
      assessment_id: row.assessmentId,
      area_code: row.areaCode,
      assignee_id: mark.accountId,
      position: i + 1,
      medical: mark.medical,
      assessor_name: mark.name,
      assessor_title: mark.title,
      organisation_name: mark.organisation,
      elder_name: elder.name,
      sex: elder.sex,
      born_on: elder.bornOn,
      road: elder.road,
      compound: elder.estate,
      reason: row.reason,
      scale: 'gbt-42195-2022',
      sealed_contact: phone ? seal(h.keys, { table: 'assessment_assignments', elderId: row.elderId }, contact) : null,
      visit_at: row.visitAt ?? '',
      peer_name: row.assessors[1 - i]?.name ?? '',
    };
    await insertSheet(h.ctx, sheet);
    await openVisitDuty(h.ctx, sheet);
  }
}

async function openStreetDuty(h: HistoryContext, row: BulkAssessment): Promise<void> {
  const { name } = elderOf(h, row.elderId);
  const scored = row.status === 'scored';
  await openDuty(
    h.ctx,
    { kind: 'assessment', id: row.assessmentId, elderId: row.elderId, areaCode: row.areaCode },
    {
      forRole: 'street',
      kindLabel: '做评估',
      title: scored ? `审核${name}的能力评估结果` : `${name}的能力评估要派两名评估员`,
      reason: scored ? `总分 ${row.total}` : row.reason,
      actionLabel: scored ? '审核评估结果' : '安排评估员',
      path: `/desk/assessments/${row.assessmentId}`,
      withinWorkingDays: scored ? 3 : 5,
    },
  );
}

function stepsOf(h: HistoryContext, row: BulkAssessment): PastStep[] {
  const clerk = officeOf(h.world, 'street', row.areaCode);
  const street = { name: clerk?.name ?? '街道', accountId: clerk?.staffId ?? null, role: 'street' };
  const first = row.assessors[0];
  const assessor = { name: first?.name ?? '评估员', accountId: first?.accountId ?? null, role: 'assessor' };
  const community = { ...row.appliedBy, role: 'community' };
  const on = row.assessedOn;
  const taken: [at: string | null, action: string, to: string, actor: PastStep['actor']][] = [
    [row.appliedAt, 'apply', 'applied', community],
    [row.assessors.length > 0 ? row.appliedAt.replace('T10', 'T15') : null, 'schedule', 'scheduled', street],
    [on && `${on}T09:30:00+08:00`, 'begin', 'on-site', assessor],
    [on && `${on}T11:00:00+08:00`, 'score', 'scored', assessor],
    [row.publishedOn && `${row.publishedOn}T09:00:00+08:00`, 'review', 'reviewed', street],
    [row.publishedOn && `${row.publishedOn}T16:00:00+08:00`, 'publish', 'published', street],
  ];
  const subject = { kind: 'assessment', id: row.assessmentId, elderId: row.elderId, areaCode: row.areaCode };
  let from: string | null = null;
  return taken.flatMap(([at, action, to, actor]) => {
    if (!at) return [];
    const label = assessmentLifecycle.transitions.find(t => t.action === action)?.label ?? '申请评估';
    const step = { stepId: newId(Date.parse(at)), at, subject, action, label, from, to, actor };
    from = to;
    return [step];
  });
}
