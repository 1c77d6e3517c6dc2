import { createRequire } from 'node:module';
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces';
import type { Paper, PaperBlock } from './paper.ts';

export const PDF = 'application/pdf';

/** pdfmake takes no .ttc collection: one static .ttf a weight, of which only the characters used are embedded. */
const fontFile = (name: string): string =>
  createRequire(import.meta.url).resolve(`@expo-google-fonts/noto-sans-sc/${name}.ttf`);
const REGULAR = fontFile('400Regular/NotoSansSC_400Regular');
const BOLD = fontFile('700Bold/NotoSansSC_700Bold');

/** 20 mm at the sides, 22 mm above and below, in points. */
const MARGINS: [number, number, number, number] = [57, 62, 57, 62];
const SIZE = 11;

async function maker() {
  const { default: pdfmake } = await import('pdfmake');
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(path => path === REGULAR || path === BOLD);
  pdfmake.setFonts({ Paper: { normal: REGULAR, bold: BOLD } });
  return pdfmake;
}

type Glyphs = { hasGlyphForCodePoint: (codePoint: number) => boolean };
let known: Promise<Glyphs> | undefined;

/** What the font can draw; opened once, by a document of one dot. */
async function glyphs(): Promise<Glyphs> {
  const dot = await (await maker()).createPdf({ content: '.', defaultStyle: { font: 'Paper' } }).getStream();
  dot.resume();
  const drawn = (
    dot as unknown as { provideFont: (f: string, b: boolean, i: boolean) => { font: Glyphs } }
  ).provideFont(...(['Paper', false, false] as const)).font;
  dot.end();
  return drawn;
}

/** Characters of a text that the font cannot draw, each once; line ends and joiners need no glyph. */
const lackedBy = (font: Glyphs, text: string): string[] =>
  [...new Set(text)].filter(
    one => !/[\s\p{Cf}\p{M}]/u.test(one) && !font.hasGlyphForCodePoint(one.codePointAt(0) ?? 0),
  );

const codeOf = (one: string): string => `U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase()}`;
/** Named where it stands, so that nobody takes an empty box for a name. */
const nameOf = (one: string): string => `〔${codeOf(one)}〕`;

function* textsOf({ head = '', title, blocks }: Paper): Generator<string> {
  yield head;
  yield title;
  for (const block of blocks) yield block.table ? block.table.flat().join('') : block.text;
}

type Say = (text: string) => string;

function drawBlock(block: PaperBlock, say: Say): Content {
  if (!block.table)
    return {
      text: say(block.text),
      margin: [0, 3, 0, 3],
      ...(block.align && { alignment: block.align }),
      ...(block.indent && { leadingIndent: 2 * SIZE }),
    };
  const { headed = false, table, widths } = block;
  return {
    margin: [0, 4, 0, 4],
    table: {
      headerRows: headed ? 1 : 0,
      widths: widths.map(width => `${width}%`),
      dontBreakRows: !headed,
      body: table.map((cells, at) => cells.map(text => ({ text: say(text), bold: headed && at === 0 }))),
    },
    layout: { hLineWidth: () => 0.6, vLineWidth: () => 0.6, paddingTop: () => 4, paddingBottom: () => 4 },
  };
}

function drawPaper(paper: Paper, font: Glyphs): Content[] {
  const lacked = lackedBy(font, [...textsOf(paper)].join(''));
  const say: Say = text => lacked.reduce((said, one) => said.replaceAll(one, nameOf(one)), text);
  const centred = (text: string, size: number): Content => ({
    ...{ text: say(text), fontSize: size, bold: true, alignment: 'center', margin: [0, 0, 0, 12] },
  });
  const note: Content = {
    text: `本页有${lacked.length}个生僻字打印字体里没有，以编码注明：${lacked.map(codeOf).join('、')}。请用Word文档打印，或手写补上。`,
    ...{ fontSize: 9, margin: [0, 10, 0, 0] },
  };
  return [
    ...(paper.head ? [centred(paper.head, 15)] : []),
    centred(paper.title, 18),
    ...paper.blocks.map(block => drawBlock(block, say)),
    ...(lacked.length > 0 ? [note] : []),
  ];
}

/**
 * One PDF of A4 pages, each paper beginning on a page of its own; all lie as the first does. A character that the font
 * lacks (生僻字) is named by its code, on the spot and at the end.
 */
export async function writePdf(papers: readonly Paper[]): Promise<Buffer> {
  known ??= glyphs();
  const font = await known;
  const definition: TDocumentDefinitions = {
    pageSize: 'A4',
    pageOrientation: papers[0]?.landscape ? 'landscape' : 'portrait',
    pageMargins: MARGINS,
    info: { title: papers.length === 1 ? (papers[0]?.title ?? '') : `${papers.length}份文书` },
    defaultStyle: { font: 'Paper', fontSize: SIZE, lineHeight: 1.25 },
    content: papers.map((paper, at) => ({ stack: drawPaper(paper, font), ...(at > 0 && { pageBreak: 'before' }) })),
  };
  return (await maker()).createPdf(definition).getBuffer();
}
