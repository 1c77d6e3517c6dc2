import { readFileSync } from 'node:fs';
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import { describe, expect, it } from 'vitest';
import { parsePolicyDocument, readDocument, UnreadableDocument } from '#modules/policies/index.ts';
import { pdfOfLines } from './pdf-of-lines.ts';

const read = (name: string): string => readFileSync(new URL(`../golden/${name}`, import.meta.url), 'utf8');
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string): Uint8Array =>
  new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]));

describe('text', () => {
  it('UTF-8, with and without a mark, and UTF-16', async () => {
    expect(await readDocument(bytes('区民政局。'))).toBe('区民政局。');
    expect(
      parsePolicyDocument(await readDocument(bytes('\uFEFF一、目标。到2026年，建成3家。（责任单位：区民政局）')))
        .measures,
    ).toHaveLength(1);
    expect(await readDocument(utf16('区民政局。'))).toContain('区民政局。');
  });
  it('GBK as older offices send it', async () => {
    expect(await readDocument(new Uint8Array([0xc7, 0xf8, 0xc3, 0xf1, 0xd5, 0xfe, 0xbe, 0xd6]))).toBe('区民政局');
  });
});

describe('Word', () => {
  it('keeps paragraphs and turns table rows into rows with bars', async () => {
    const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });
    const row = (texts: string[]) => new TableRow({ children: texts.map(cell) });
    const table = new Table({
      rows: [
        row(['序号', '任务内容', '责任单位', '进展情况']),
        row(['1', '新建驿站6家。', '区民政局', '已建成4家，2家正在施工。']),
      ],
    });
    const file = new Document({ sections: [{ children: [new Paragraph('某区养老工作进展情况表'), table] }] });
    const document = parsePolicyDocument(await readDocument(new Uint8Array(await Packer.toBuffer(file))));
    expect(document.title).toBe('某区养老工作进展情况表');
    expect(document.progress).toMatchObject([
      { number: 1, task: '新建驿站6家。', items: ['已建成4家，2家正在施工。'], units: [{ name: '区民政局' }] },
    ]);
    expect(document.facts.map(fact => [fact.role, fact.value])).toEqual([
      ['target', 6],
      ['actual', 4],
      ['actual', 2],
    ]);
  });
});

describe('PDF', () => {
  it('keeps the order of the lines; breaks inside sentences go', async () => {
    const source = read('policies-unseen/02-guangzhou-lead.txt')
      .split('\n')
      .flatMap(line => line.match(/.{1,28}/g) ?? ['']);
    const pages = [source.slice(0, 14).concat('— 1 —'), source.slice(14).concat('— 2 —')];
    const document = parsePolicyDocument(await readDocument(pdfOfLines(pages)));
    const whole = parsePolicyDocument(read('policies-unseen/02-guangzhou-lead.txt'));
    expect(document.title).toBe(whole.title);
    expect(document.measures.map(measure => measure.units.map(unit => unit.name))).toEqual(
      whole.measures.map(measure => measure.units.map(unit => unit.name)),
    );
    expect(document.facts.map(fact => `${fact.op}${fact.value}${fact.unit}${fact.deadline}`)).toEqual(
      whole.facts.map(fact => `${fact.op}${fact.value}${fact.unit}${fact.deadline}`),
    );
  });
  it('says when there is no text in it', async () => {
    await expect(readDocument(pdfOfLines([[]]))).rejects.toThrow('PDF 里没有文字');
  });
  it('says when there are too many pages', async () => {
    await expect(readDocument(pdfOfLines(Array.from({ length: 301 }, () => ['一'])))).rejects.toThrow('最多 300 页');
  });
  it('says when it is damaged', async () => {
    await expect(readDocument(bytes('%PDF-1.7 damaged'))).rejects.toThrow(UnreadableDocument);
  });
});

describe('what cannot be read is refused in one sentence', () => {
  it.each([
    { name: 'nothing', data: new Uint8Array(), say: '文件是空的' },
    { name: 'blanks', data: bytes(' \n \n'), say: '没有文字' },
    { name: 'noise', data: new Uint8Array([1, 2, 3, 4, 0, 0, 7, 8]), say: '不是文字文件' },
    { name: 'a picture', data: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2]), say: '图片' },
    { name: 'old Word', data: new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), say: '旧版 Word' },
    { name: 'a broken zip', data: new Uint8Array([0x50, 0x4b, 0x03, 0x04, 1, 2]), say: 'Word 文件打不开' },
    { name: 'English', data: bytes('hello world'), say: '没有中文' },
    { name: 'too much', data: new Uint8Array(20 * 1024 * 1024 + 1), say: '超过 20 MB' },
  ])('$name', async ({ data, say }) => {
    await expect(readDocument(data)).rejects.toThrow(say);
  });
});
