import type { Assessment } from '#contracts/assessments/assessment.ts';
import type { Scale } from '#contracts/assessments/scales.ts';
import { CONFIDENCE_LABELS } from '#contracts/confidence.ts';
import { DomainError } from '#contracts/errors.ts';
import type { Paper, PaperFormat } from '#platform/files/paper.ts';
import { paperFile } from '#platform/files/write-paper.ts';
import type { Context } from '#platform/http/context.ts';
import type { FileAnswer } from '#platform/http/serve.ts';
import { dayWords } from '#shared/dates.ts';
import { readOne } from './read-assessments.ts';
import { scaleOf } from './schedule-assessment.ts';

/** The published result as a Word or PDF file with the same lines as the printed page. */
export async function reportFile(ctx: Context, id: string, format: PaperFormat): Promise<FileAnswer> {
  const data = await readOne(ctx, id);
  if (!data.publishedOn) throw new DomainError('platform.wrong-state', '结果还没有公布，公布以后才有报告');
  return paperFile(layOut(data, scaleOf(data)), { name: `能力评估报告-${data.elderName}`, format });
}

/** Facts of the head, as pairs; also what the printed page shows. */
export function headOf(data: Assessment): [string, string][] {
  const { score } = data;
  const result = score
    ? `总分${score.total}分，${score.level}级 ${score.levelLabel}`
    : `${data.total === null ? '' : `总分${data.total}分，`}${data.level ?? ''}级`;
  return [
    ['姓名', data.elderName],
    ['性别', data.sex],
    ['出生日期', data.bornOn],
    ['社区（村）', data.areaName],
    ['评估原因', data.reason],
    ['评估日期', data.assessedOn ?? ''],
    ['评估结果', result],
    ['有效期至', data.validTo ?? ''],
    ...(data.origin
      ? ([['认定的外地结果', `${data.origin.region}${data.origin.organisation}，${data.origin.documentNo}`]] as [
          string,
          string,
        ][])
      : []),
  ];
}

export function closingOf(data: Assessment, scale: Scale): string[] {
  const raised = (data.score?.raisedBy ?? []).map(each => `等级调整：${each.nameZh}（${each.clause}）。`);
  const basis = `依据GB/T 42195-2022《${scale.titleZh}》。有效期${scale.validity.months}个月（${CONFIDENCE_LABELS[scale.validity.confidence]}）。`;
  const object = `对结果有异议的，可在${data.objectUntil}前提出，由另外两名评估员复评，复评公布以前本结果仍然有效。`;
  return [...raised, basis + object];
}

export function itemRows(data: Assessment, scale: Scale): string[][] {
  const items = data.answers?.items;
  if (!items) return [];
  return scale.items.map(item => [
    scale.dimensions.find(each => each.key === item.dimension)?.nameZh ?? '',
    `${item.code} ${item.nameZh}`,
    item.options.find(option => option.points === items[item.code])?.meaning ?? '',
    String(items[item.code] ?? ''),
  ]);
}

function layOut(data: Assessment, scale: Scale): Paper {
  const items = itemRows(data, scale);
  const signed = data.assessors.map(each => `评估员：${each.name}`).join('　　');
  const sheet = {
    table: [['一级指标', '二级指标', '评估情况', '得分'], ...items],
    widths: [20, 26, 44, 10],
    headed: true,
  };
  return {
    title: '老年人能力评估报告',
    blocks: [
      { table: headOf(data), widths: [28, 72] },
      { text: '' },
      ...(items.length > 0 ? [sheet] : []),
      ...closingOf(data, scale).map(text => ({ text })),
      { text: '' },
      { text: `${signed}　　公布日期：${dayWords(data.publishedOn)}` },
    ],
  };
}

/** What a letter says of a published result: the same words as the report's. */
export async function resultLines(ctx: Context, id: string) {
  const data = await readOne(ctx, id);
  const result = headOf(data).find(([label]) => label === '评估结果')?.[1] ?? '';
  return {
    result,
    assessedOn: data.assessedOn ?? ctx.today,
    publishedOn: data.publishedOn ?? ctx.today,
    validTo: data.validTo ?? ctx.today,
    closing: closingOf(data, scaleOf(data)),
  };
}
