import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { rowsOfBook, workbookOf } from '../../../../tests/support/tables.ts';
import { bufferSource } from './byte-source.ts';
import { openTable } from './open-table.ts';
import { civilDateOf } from './sheet-xml.ts';
import type { Row } from './table-file.ts';
import { looksLikeFormula, type Written, writeTable } from './write-table.ts';

async function read(bytes: Buffer | string, sheet = 0) {
  const table = await openTable(bufferSource(Buffer.from(bytes)));
  const rows: Row[] = [];
  for await (const page of table.rows(sheet)) for (const row of page) rows.push(row);
  return { table, rows, texts: rows.map(row => Array.from(row.cells, cell => cell?.text ?? '')) };
}
const refusal = async (bytes: Buffer | string) => {
  try {
    await read(bytes);
    return 'read';
  } catch (error) {
    return (error as Error).message;
  }
};
const container = (name: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), Buffer.from(name, 'utf16le')]);

describe('workbooks', () => {
  it('reads text, numbers, dates, booleans, formulas and errors as other software wrote them', async () => {
    const bytes = await workbookOf({
      台账: [
        ['姓名', '出生', '数', '是', '公式', '错'],
        ['欧阳·买买提', new Date(Date.UTC(1938, 2, 12)), 3.5, true, { formula: '1+1', result: 2 }, { error: '#REF!' }],
      ],
    });
    const { rows, table } = await read(bytes);
    expect(table.sheets).toEqual([{ name: '台账', hidden: false }]);
    expect(rows[1]?.cells).toEqual([
      { kind: 'text', text: '欧阳·买买提' },
      { kind: 'date', text: '1938-03-12' },
      { kind: 'number', text: '3.5' },
      { kind: 'boolean', text: '是' },
      { kind: 'number', text: '2', formula: true },
      { kind: 'error', text: '#REF!' },
    ]);
  });

  it('keeps rare characters, joins rich text, knows hidden sheets', async () => {
    const bytes = await workbookOf(
      { 甲: [['𠮷野𬸚', { richText: [{ text: '王' }, { text: '兰' }] }]], 乙: [['藏']] },
      book => {
        const second = book.worksheets[1];
        if (second) second.state = 'hidden';
      },
    );
    const { texts, table } = await read(bytes);
    expect(texts).toEqual([['𠮷野𬸚', '王兰']]);
    expect(table.sheets.map(sheet => sheet.hidden)).toEqual([false, true]);
    expect((await read(bytes, 1)).texts).toEqual([['藏']]);
  });

  it('reads prefixed tags, cells without references, rows that skip, and self-closed ones', async () => {
    const parts = {
      'xl/workbook.xml':
        '<x:workbook xmlns:x="a" xmlns:r="b"><x:sheets><x:sheet name="一" sheetId="1" r:id="rId1"/></x:sheets></x:workbook>',
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="rId1" Type="t" Target="/xl/worksheets/s.xml"/></Relationships>',
      'xl/worksheets/s.xml':
        '<x:worksheet xmlns:x="a"><x:sheetData><x:row r="2"><x:c t="inlineStr"><x:is><x:t>甲&amp;&#20057;</x:t></x:is></x:c><x:c/><x:c><x:v>7</x:v></x:c></x:row><x:row r="4"/></x:sheetData></x:worksheet>',
    };
    const zip = Buffer.from(zipSync(Object.fromEntries(Object.entries(parts).map(([k, v]) => [k, Buffer.from(v)]))));
    const { rows, texts } = await read(zip);
    expect(texts).toEqual([['甲&乙', '', '7'], []]);
    expect(rows.map(row => row.number)).toEqual([2, 4]);
  });

  it('counts days as Excel does, with its 29 February 1900 and the Mac calendar', () => {
    expect(civilDateOf(59)).toBe('1900-02-28');
    expect(civilDateOf(61)).toBe('1900-03-01');
    expect(civilDateOf(13951)).toBe('1938-03-12');
    expect(civilDateOf(13951 - 1462, true)).toBe('1938-03-12');
  });
});

describe('text files', () => {
  const GBK = Buffer.from('d0d5c3fb2cb5d8d6b70d0acdf5d0e3c0bc2ccce5d3fdc2b70d0a', 'hex');
  it('finds encoding and delimiter', async () => {
    expect((await read(GBK)).texts).toEqual([
      ['姓名', '地址'],
      ['王秀兰', '体育路'],
    ]);
    expect((await read(GBK)).table.says).toBe('文本表格（GBK，逗号分隔）');
    expect((await read('\ufeff姓名;电话\r\n王;1\n')).texts).toEqual([
      ['姓名', '电话'],
      ['王', '1'],
    ]);
    expect((await read('姓名\t电话\n王\t1')).table.says).toContain('制表符');
    expect((await read(Buffer.from('\ufeff姓名,电话\n王,1', 'utf16le'))).texts[1]).toEqual(['王', '1']);
  });
  it('reads quotes, line ends inside them, doubled quotes, and CR alone', async () => {
    expect((await read('a,"b\r\nc","d""e"\rf,g"h,i')).texts).toEqual([
      ['a', 'b\r\nc', 'd"e'],
      ['f', 'g"h', 'i'],
    ]);
  });
});

describe('what is no table gets a clear answer', () => {
  const cases: [string, Buffer | string, string][] = [
    ['0 bytes', '', '0 字节'],
    ['password', container('EncryptedPackage'), '打开密码'],
    ['.xls', container('Workbook'), '另存为“Excel 工作簿（.xlsx）”'],
    ['.doc', container('WordDocument'), 'Word 文档'],
    ['a page called .xls', '<html><table><tr><td>姓名</td></tr></table></html>', '网页'],
    ['PDF', '%PDF-1.7', 'PDF'],
    ['picture', Buffer.from('89504e470d0a1a0a', 'hex'), '图片'],
    ['any zip', Buffer.from(zipSync({ 'a.txt': Buffer.from('x') })), '压缩包'],
    ['.docx', Buffer.from(zipSync({ 'word/document.xml': Buffer.from('x') })), 'Word'],
    ['.xlsb', Buffer.from(zipSync({ 'xl/workbook.bin': Buffer.from('x') })), '.xlsb'],
    ['bytes', Buffer.from([1, 2, 3, 0, 0, 4]), '认不出'],
    ['a quote that ends nowhere', '姓名,小区\n王一,东里\n"李二,西里\n张三,南里\n', '第 3 行有一个双引号没有配对'],
    ['a quote that ends in another row', '姓名,小区\n"李二,西里\n张三,"南里"\n', '第 2 行有一个双引号没有配对'],
  ];
  it.each(cases)('%s', async (_, bytes, says) => {
    expect(await refusal(bytes)).toContain(says);
  });
  it('a workbook cut short', async () => {
    const bytes = await workbookOf({ a: [['姓名']] });
    expect(await refusal(bytes.subarray(0, bytes.length - 200))).toContain('不完整');
  });
  it('one row more than a sheet holds', async () => {
    expect(await refusal('x\n'.repeat(1_048_577))).toContain('1,048,576');
    expect((await read('x\n'.repeat(1_048_576))).rows.length).toBe(1_048_576);
  });
});

describe('written tables', () => {
  const write = async (rows: Written[][], format: 'xlsx' | 'csv') => {
    async function* pages() {
      yield rows.slice(0, 1);
      yield rows.slice(1);
    }
    const pieces: Buffer[] = [];
    const columns = [{ title: '姓名' }, { title: '号' }, { title: '数' }];
    for await (const piece of writeTable({ sheet: '名单/1', columns, pages: pages() }, format)) pieces.push(piece);
    return Buffer.concat(pieces);
  };
  const rows: Written[][] = [
    ['𠮷·<王>&"', '11011519380312002X', 3],
    ['=1+1', '+86', -2],
    ['@SUM(A1)', '\t=1', null],
    ['-1+cmd|x', '-5', 0],
  ];
  it('other software reads every text as text: no cell is a formula', async () => {
    const book = await write(rows, 'xlsx');
    expect(await rowsOfBook(book)).toEqual([
      ['姓名', '号', '数'],
      ...rows.map(row => row.map(v => (v === null ? '' : String(v)))).map(r => (r[2] === '' ? r.slice(0, 2) : r)),
    ]);
    expect(book.includes('<f>')).toBe(false);
  });
  it('a text file quotes what a spreadsheet would run', async () => {
    const text = (await write(rows, 'csv')).toString();
    expect(text).toBe(
      '\ufeff姓名,号,数\r\n"𠮷·<王>&""",11011519380312002X,3\r\n\'=1+1,\'+86,-2\r\n\'@SUM(A1),"\'\t=1",\r\n\'-1+cmd|x,-5,0\r\n',
    );
  });
  it('negative numbers are no formulas', () => {
    expect(['-5', '-5.5', '王', ''].filter(looksLikeFormula)).toEqual([]);
    expect(['=a', '+a', '-a', '@a', '\ta', ' =a', '＝a'].every(looksLikeFormula)).toBe(true);
  });
});
