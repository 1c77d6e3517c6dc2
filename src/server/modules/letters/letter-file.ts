import { CONFIDENCE_LABELS, isSure } from '#contracts/confidence.ts';
import { DomainError } from '#contracts/errors.ts';
import { type LetterKind, type LetterPaper, PRINT_LIMIT } from '#contracts/letters.ts';
import type { Paper, PaperFormat } from '#platform/files/paper.ts';
import { paperFile } from '#platform/files/write-paper.ts';
import { PDF, writePdf } from '#platform/files/write-pdf.ts';
import type { Context } from '#platform/http/context.ts';
import type { FileAnswer } from '#platform/http/serve.ts';
import { dayWords } from '#shared/dates.ts';
import * as db from './db.ts';
import { getLetter } from './read-letters.ts';

/** A remedy with the mark of how sure the product is of its limit. */
const remedyLine = ({ text, confidence, source }: LetterPaper['remedies'][number]): string =>
  `${text}（${source}${isSure(confidence) ? '' : `，${CONFIDENCE_LABELS[confidence]}`}）。`;

/** The lines of the printed page, for Word and PDF alike. */
const layOut = (paper: LetterPaper): Paper => ({
  head: paper.organisation,
  title: paper.title,
  blocks: [
    { text: paper.number, align: 'right' },
    { text: `${paper.to}：` },
    ...paper.paragraphs.map(text => ({ text, indent: true })),
    { table: paper.facts.map(({ label, value }) => [label, value]), widths: [28, 72] },
    ...paper.remedies.map(remedy => ({ text: remedyLine(remedy), indent: true })),
    { text: `${paper.counter}。`, indent: true },
    { text: paper.organisation, align: 'right' },
    { text: dayWords(paper.signedOn), align: 'right' },
  ],
});

export async function letterFile(ctx: Context, id: string, format: PaperFormat): Promise<FileAnswer> {
  const { paper, elder_name } = await getLetter(ctx, id);
  return paperFile(layOut(paper), { name: `${paper.title}-${elder_name}`, format });
}

type Asked = { kind?: LetterKind | undefined; elderId?: string | undefined; from?: string | undefined };

/** The letters of a list as one PDF for the printer, oldest first; what a later version replaced is left out. */
export async function printLetters(ctx: Context, asked: Asked): Promise<FileAnswer> {
  const filter = { kind: asked.kind ?? null, elderId: asked.elderId ?? null, from: asked.from ?? null, hidden: [] };
  const found = await db.listLetters(ctx, { ...filter, after: undefined, limit: PRINT_LIMIT + 1 });
  if (found.length > PRINT_LIMIT)
    throw new DomainError('letters.too-many', `符合条件的超过${PRINT_LIMIT}份，一次最多打印${PRINT_LIMIT}份`);
  const current = found.filter(row => row.newest === row.version).reverse();
  if (current.length === 0) throw new DomainError('letters.too-many', '没有要打印的文书');
  ctx.saw(...current.map(row => row.elder_id));
  const content = await writePdf(current.map(row => layOut(row.paper)));
  return { fileName: `文书${current.length}份-${ctx.today}.pdf`, mediaType: PDF, content };
}
