import type { Paper } from './paper.ts';

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/**
 * One A4 document of paragraphs and tables. 宋体 and 仿宋 by their East Asian names, which Word and WPS both know; a rare
 * character stays the character it is, drawn by the reader's own fonts.
 */
export async function writeDocx({ head, title, blocks }: Paper): Promise<Buffer> {
  const { AlignmentType, Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } = await import(
    'docx'
  );
  const font = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋', hint: 'eastAsia' as const };
  const run = (text: string, bold = false) => new TextRun({ text, bold, font, size: 22 });
  const centred = (text: string, size: number) =>
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { after: 240 },
      children: [new TextRun({ text, bold: true, size, font: { ...font, eastAsia: '宋体' } })],
    });
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
  const children = blocks.map(block =>
    block.table
      ? table(block.table, block.widths, block.headed ?? false)
      : new Paragraph({
          ...(block.align && { alignment: AlignmentType.RIGHT }),
          ...(block.indent && { indent: { firstLine: 440 } }),
          spacing: { before: 80, after: 80 },
          children: [run(block.text)],
        }),
  );
  const page = { size: { width: 11906, height: 16838 }, margin: { top: 1247, bottom: 1247, left: 1134, right: 1134 } };
  const heading = head ? [centred(head, 30)] : [];
  return Packer.toBuffer(
    new Document({ sections: [{ properties: { page }, children: [...heading, centred(title, 36), ...children] }] }),
  );
}
