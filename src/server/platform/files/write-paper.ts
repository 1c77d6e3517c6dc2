import type { FileAnswer } from '../http/serve.ts';
import type { Paper, PaperFormat } from './paper.ts';
import { DOCX, writeDocx } from './write-docx.ts';
import { PDF, writePdf } from './write-pdf.ts';

/** The composed paper as a file to download, in the format asked for; `name` without its ending. */
export async function paperFile(
  paper: Paper,
  { name, format }: { name: string; format: PaperFormat },
): Promise<FileAnswer> {
  return format === 'pdf'
    ? { fileName: `${name}.pdf`, mediaType: PDF, content: await writePdf([paper]) }
    : { fileName: `${name}.docx`, mediaType: DOCX, content: await writeDocx(paper) };
}
