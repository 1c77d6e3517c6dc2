import type { ReportRow } from '#contracts/publications.ts';
import type { Paper } from '#platform/files/paper.ts';
import { PDF, writePdf } from '#platform/files/write-pdf.ts';
import { progressLines, progressText } from './compose.ts';

export type Table = { title: string; heading: string; asOf: string; rows: readonly ReportRow[] };

export const REPORT_FORMATS = ['md', 'docx', 'pdf', 'xlsx'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

export const MEDIA_TYPES = {
  md: 'text/markdown; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: PDF,
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const satisfies Record<ReportFormat, string>;

const HEAD = ['序号', '任务内容'] as const;

/** The progress table as a file: 序号、任务内容、进展情况, in the form of the official table. */
export async function writeReport(table: Table, format: ReportFormat): Promise<Buffer> {
  if (format === 'md') return Buffer.from(markdown(table));
  if (format === 'pdf') return writePdf([layOut(table)]);
  return format === 'docx' ? word(table) : excel(table);
}

export function markdown({ title, heading, rows }: Table): string {
  const cell = (text: string) => text.replaceAll('|', '\\|');
  const lines = rows.map(row => `| ${row.number} | ${cell(row.task)} | ${cell(progressText(row))} |`);
  return [`# ${title}`, '', `| ${HEAD.join(' | ')} | ${heading} |`, '| --- | --- | --- |', ...lines, ''].join('\n');
}

const WIDTHS = [6, 32, 62];

const layOut = ({ title, heading, rows }: Table): Paper => ({
  ...{ title, landscape: true },
  blocks: [
    {
      table: [[...HEAD, heading], ...rows.map(row => [String(row.number), row.task, progressLines(row).join('\n')])],
      ...{ widths: WIDTHS, headed: true },
    },
  ],
});

/** A4 landscape; 方正小标宋 is rarely installed, so 宋体 and 仿宋 with eastAsia names that Word and WPS both know. */
async function word(table: Table): Promise<Buffer> {
  const {
    AlignmentType,
    Document,
    Packer,
    PageOrientation,
    Paragraph,
    Table: Grid,
    TableCell,
    TableRow,
    TextRun,
    WidthType,
  } = await import('docx');
  const font = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋', hint: 'eastAsia' as const };
  const run = (text: string, bold = false) => new TextRun({ text, bold, font, size: 24 });
  const cells = (columns: string[][], bold = false) =>
    columns.map(
      (lines, i) =>
        new TableCell({
          width: { size: WIDTHS[i] ?? 0, type: WidthType.PERCENTAGE },
          margins: { top: 60, bottom: 60, left: 100, right: 100 },
          children: lines.map(
            line =>
              new Paragraph({
                children: [run(line, bold)],
                alignment: i === 0 || bold ? AlignmentType.CENTER : AlignmentType.BOTH,
              }),
          ),
        }),
    );
  const head = new TableRow({ tableHeader: true, children: cells([[HEAD[0]], [HEAD[1]], [table.heading]], true) });
  const body = table.rows.map(
    row => new TableRow({ cantSplit: false, children: cells([[String(row.number)], [row.task], progressLines(row)]) }),
  );
  const title = new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after: 240 },
    children: [new TextRun({ text: table.title, bold: true, size: 36, font: { ...font, eastAsia: '宋体' } })],
  });
  const page = {
    size: { orientation: PageOrientation.LANDSCAPE, width: 11906, height: 16838 },
    margin: { top: 1200, bottom: 1200, left: 1200, right: 1200 },
  };
  const grid = new Grid({ width: { size: 100, type: WidthType.PERCENTAGE }, rows: [head, ...body] });
  return Packer.toBuffer(new Document({ sections: [{ properties: { page }, children: [title, grid] }] }));
}

/** Text cells only, so that nothing in a sentence ever runs as a formula. */
async function excel(table: Table): Promise<Buffer> {
  const { default: exceljs } = await import('exceljs');
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet('进展情况', {
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToHeight: 0 },
  });
  sheet.columns = [{ width: 7 }, { width: 46 }, { width: 96 }];
  sheet.addRow([table.title]);
  sheet.mergeCells('A1:C1');
  sheet.getRow(1).font = { name: '宋体', size: 18, bold: true };
  sheet.getRow(1).alignment = { horizontal: 'center', vertical: 'middle' };
  sheet.addRow([...HEAD, table.heading]).font = { name: '黑体', size: 12 };
  for (const row of table.rows) sheet.addRow([row.number, row.task, progressLines(row).join('\n')]);
  sheet.eachRow((row, number) => {
    if (number === 1) return;
    row.eachCell((cell, column) => {
      cell.alignment = {
        wrapText: true,
        vertical: 'middle',
        horizontal: column === 1 || number === 2 ? 'center' : 'left',
      };
      cell.border = {
        top: { style: 'thin' },
        left: { style: 'thin' },
        bottom: { style: 'thin' },
        right: { style: 'thin' },
      };
      if (number > 2) cell.font = { name: '仿宋', size: 12 };
    });
  });
  sheet.views = [{ state: 'frozen', ySplit: 2 }];
  return Buffer.from(await book.xlsx.writeBuffer());
}
