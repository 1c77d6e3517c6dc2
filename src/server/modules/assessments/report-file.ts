import type { Assessment } from '#contracts/assessments/assessment.ts';
import type { Scale } from '#contracts/assessments/scales.ts';
import { CONFIDENCE_LABELS } from '#contracts/confidence.ts';
import { DomainError } from '#contracts/errors.ts';
import type { Context } from '#platform/http/context.ts';
import type { FileAnswer } from '#platform/http/serve.ts';
import { readOne } from './read-assessments.ts';
import { scaleOf } from './schedule-assessment.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The published result as a Word file with the same lines as the printed page. */
export async function reportFile(ctx: Context, id: string): Promise<FileAnswer> {
  const data = await readOne(ctx, id);
  if (!data.publishedOn) throw new DomainError('platform.wrong-state', '结果还没有公布，公布以后才有报告');
  const content = await writeReport(data, scaleOf(data));
  return { fileName: `能力评估报告-${data.elderName}.docx`, mediaType: DOCX, content };
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

/** A4; 宋体 and 仿宋 by their East Asian names, which Word and WPS both know. */
async function writeReport(data: Assessment, scale: Scale): Promise<Buffer> {
  const { AlignmentType, Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } = await import(
    'docx'
  );
  const font = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋', hint: 'eastAsia' as const };
  const run = (text: string, bold = false) => new TextRun({ text, bold, font, size: 22 });
  const line = (text: string) => new Paragraph({ children: [run(text)], spacing: { before: 80, after: 80 } });
  const table = (rows: string[][], widths: number[], headed: boolean) =>
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      rows: rows.map(
        (cells, at) =>
          new TableRow({
            tableHeader: headed && at === 0,
            children: cells.map(
              (text, column) =>
                new TableCell({
                  width: { size: widths[column] ?? 25, type: WidthType.PERCENTAGE },
                  margins: { top: 40, bottom: 40, left: 80, right: 80 },
                  children: [new Paragraph({ children: [run(text, headed && at === 0)] })],
                }),
            ),
          }),
      ),
    });
  const title = new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after: 240 },
    children: [new TextRun({ text: '老年人能力评估报告', bold: true, size: 36, font: { ...font, eastAsia: '宋体' } })],
  });
  const items = itemRows(data, scale);
  const signed = data.assessors.map(each => `评估员：${each.name}`).join('　　');
  const children = [
    title,
    table(headOf(data), [28, 72], false),
    line(''),
    ...(items.length > 0
      ? [table([['一级指标', '二级指标', '评估情况', '得分'], ...items], [20, 26, 44, 10], true)]
      : []),
    ...closingOf(data, scale).map(line),
    line(''),
    line(`${signed}　　公布日期：${data.publishedOn}`),
  ];
  const page = { size: { width: 11906, height: 16838 }, margin: { top: 1247, bottom: 1247, left: 1134, right: 1134 } };
  return Packer.toBuffer(new Document({ sections: [{ properties: { page }, children }] }));
}
