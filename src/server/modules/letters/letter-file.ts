import { CONFIDENCE_LABELS, isSure } from '#contracts/confidence.ts';
import type { LetterPaper } from '#contracts/letters.ts';
import { DOCX, writeDocx } from '#platform/files/write-docx.ts';
import type { Context } from '#platform/http/context.ts';
import type { FileAnswer } from '#platform/http/serve.ts';
import { getLetter } from './read-letters.ts';
import { documentDate } from './rules.ts';

/** A remedy with the mark of how sure the product is of its limit. */
const remedyLine = ({ text, confidence, source }: LetterPaper['remedies'][number]): string =>
  `${text}（${source}${isSure(confidence) ? '' : `，${CONFIDENCE_LABELS[confidence]}`}）。`;

/** The letter as a Word file with the lines of the printed page. */
export async function letterFile(ctx: Context, id: string): Promise<FileAnswer> {
  const { paper, elder_name } = await getLetter(ctx, id);
  const content = await writeDocx({
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
      { text: documentDate(paper.signedOn), align: 'right' },
    ],
  });
  return { fileName: `${paper.title}-${elder_name}.docx`, mediaType: DOCX, content };
}
