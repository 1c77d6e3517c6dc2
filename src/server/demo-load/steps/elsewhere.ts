import { DomainError } from '#contracts/errors.ts';
import { recogniseResult } from '#modules/assessments/index.ts';
import { type InsuranceRow, insertInsurances } from '#modules/benefits/bulk/index.ts';
import { recordRating, withdrawRating } from '#modules/facilities/index.ts';
import { addDays } from '#shared/dates.ts';
import type { DemoElder } from '../../demo/index.ts';
import { relatedId } from '../lookup.ts';
import { DEMO_BY, type StepContext } from '../step-context.ts';
import { actingAs } from '../step-job.ts';

/** What the insurer and the neighbours decided: benefits of the LTC insurance, ratings and results of 天津 and 河北. */
export async function loadElsewhere(step: StepContext, people: readonly DemoElder[]): Promise<number> {
  return (await loadInsurances(step, people)) + (await loadRatings(step)) + (await loadResults(step, people));
}

const GRADES: Readonly<Record<string, string>> = { 重度失能: '重度失能二级', 完全失能: '重度失能三级' };

/** Of who needs most help two in three have the insurer's decision; every fifth of these has ended. */
async function loadInsurances({ client, today, now }: StepContext, people: readonly DemoElder[]): Promise<number> {
  const rows = people
    .filter(one => one.ability in GRADES)
    .flatMap((one, i): InsuranceRow[] => {
      if (i % 3 === 2) return [];
      const [fromOn, ended] = [addDays(today, -60 - ((i * 37) % 500)), i % 5 === 4];
      return [
        {
          ...{ elder_id: one.elderId, insurance_id: relatedId(one.elderId, 'insurance'), area_code: one.areaCode },
          ...{
            grade: GRADES[one.ability] ?? '重度失能一级',
            from_on: fromOn,
            to_on: ended ? addDays(today, -10) : null,
          },
          ...{
            evidence: `待遇决定书（演示）第${String(i + 1).padStart(4, '0')}号`,
            entered_by: DEMO_BY,
            entered_at: now,
          },
          ...{ ended_note: ended ? '复评后失能等级降低（演示）' : null, ended_by: ended ? DEMO_BY : null },
        },
      ];
    });
  await insertInsurances(client, rows);
  return rows.length;
}

const RATED = [
  ['天津市', '武清区', '演示武清康养中心', 'national', 4, '2023-11-20'],
  ['河北省', '廊坊市广阳区', '演示广阳颐养院', 'national', 3, '2024-06-18'],
  ['河北省', '保定市涿州市', '演示涿州老年公寓', 'regional', 4, '2024-09-02'],
  ['天津市', '宝坻区', '演示宝坻养老院', 'national', 2, '2022-03-15'],
] as const;

/** Ratings of institutions that do not exist: one has run out, one was withdrawn again. */
async function loadRatings(step: StepContext): Promise<number> {
  const district = actingAs(step, 'district');
  for (const [i, [region, place, institution, scale, grade, ratedOn]] of RATED.entries()) {
    const { id } = await recordRating(district, {
      ...{
        region,
        place,
        institution,
        scale,
        grade,
        ratedOn,
        validTo: `${Number(ratedOn.slice(0, 4)) + 3}${ratedOn.slice(4)}`,
      },
      ...{ ratedBy: `${region}民政局`, documentNo: `演示〔${ratedOn.slice(0, 4)}〕${i + 1}号` },
    });
    if (i === 1) await withdrawRating(district, id, '登记重复，已按另一份文件登记（演示）');
  }
  return RATED.length;
}

const RESULTS = [
  { region: '天津市', organisation: '武清区老年人能力评估中心', level: 2, assessedOn: '2025-05-12' },
  { region: '河北省', organisation: '廊坊市评估服务站', level: 3, assessedOn: '2025-04-22' },
] as const;

/** Two results of other regions wait for the street to publish them: until then nothing follows. */
async function loadResults(step: StepContext, people: readonly DemoElder[]): Promise<number> {
  const street = actingAs(step, 'street');
  let left: readonly DemoElder[] = people.filter(one => one.ability === '中度失能');
  for (const [i, result] of RESULTS.entries()) {
    const given = { ...result, documentNo: `演示〔2025〕评估${i + 1}号` };
    left = await giveToFirst(left, elderId => recogniseResult(street, { ...given, elderId }));
  }
  return RESULTS.length;
}

/** Who has an assessment under way is passed over. Answers the people after the one who took it. */
async function giveToFirst(people: readonly DemoElder[], give: (elderId: string) => Promise<unknown>) {
  for (const [i, one] of people.entries()) {
    try {
      await give(one.elderId);
      return people.slice(i + 1);
    } catch (error) {
      if (!(error instanceof DomainError && error.code === 'assessments.already-open')) throw error;
    }
  }
  return [];
}
