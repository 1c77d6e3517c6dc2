import { extractText, getDocumentProxy } from 'unpdf';
import { expect, test } from 'vitest';
import type { Paper } from './paper.ts';
import { writePdf } from './write-pdf.ts';

const paper = (name: string): Paper => ({
  head: '大兴区清源街道办事处',
  title: '准予困难老年人养老服务补贴决定书',
  blocks: [
    { text: '清源街道待决〔2025〕12号', align: 'right' },
    { text: `${name}：` },
    {
      text: `您于2025年6月5日提出的申请，经审核符合条件，准予发放。${'情况有变化的，请及时告知社区。'.repeat(6)}`,
      indent: true,
    },
    {
      table: [
        ['老年人', name],
        ['标准', '每月300元\n按月发放'],
      ],
      widths: [28, 72],
    },
    { text: '2025年6月20日', align: 'right' },
  ],
});
const bare = (text: string) => text.replace(/\s/g, '');
const read = async (pdf: Buffer) => {
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const { text } = await extractText(document, { mergePages: false });
  return { pages: text.map(bare) };
};

test('a PDF says what the paper says, in order, on A4, with a font that came along', async () => {
  const wanted = paper('王秀英');
  const pdf = await writePdf([wanted]);
  const { pages } = await read(pdf);
  const said = [wanted.head ?? '', wanted.title, ...wanted.blocks.flatMap(each => each.table?.flat() ?? each.text)];
  expect(pages).toHaveLength(1);
  expect(pages[0]).toBe(bare(said.join('')));
  const raw = pdf.toString('latin1');
  expect(raw).toMatch(/\/MediaBox \[0 0 595\.28 841\.89\]/);
  expect(raw).toMatch(/\/BaseFont \/[A-Z]{6}\+NotoSansSC/);
  expect(raw).toContain('/FontFile');
  // Two weights of 10 MB each; only what is used goes along.
  expect(pdf.byteLength).toBeLessThan(120_000);
});

test('a batch begins each paper on a page of its own; a landscape table lies', async () => {
  const { pages } = await read(await writePdf(['王秀英', '阿不都·热合曼', '李䶮'].map(paper)));
  expect(pages.map(page => /号(.*?)：您于/.exec(page)?.[1])).toEqual(['王秀英', '阿不都·热合曼', '李䶮']);
  const table: Paper = {
    ...{ title: '进展情况', landscape: true },
    blocks: [
      {
        table: [['序号', '任务'], ...Array.from({ length: 80 }, (_, at) => [String(at), '任务内容'])],
        widths: [20, 80],
        headed: true,
      },
    ],
  };
  const lying = await writePdf([table]);
  expect(lying.toString('latin1')).toMatch(/\/MediaBox \[0 0 841\.89 595\.28\]/);
  const sheets = (await read(lying)).pages;
  expect(sheets.length).toBeGreaterThan(2);
  for (const sheet of sheets) expect(sheet).toContain('序号任务');
});

test('a character that the font lacks is named where it stands and below, never an empty box', async () => {
  const { pages } = await read(await writePdf([paper('王\u{2B5A7}英')]));
  expect(pages[0]).toContain('号王〔U+2B5A7〕英：');
  expect(pages[0]).toContain('本页有1个生僻字打印字体里没有，以编码注明：U+2B5A7');
});
