import { describe, expect, it } from 'vitest';
import { findHeadings, mapHeadings } from '#platform/tables/headings.ts';
import type { Cell, Row } from '#platform/tables/table-file.ts';
import { areaWords } from './area-words.ts';
import { PERSON_WORDS } from './headings.ts';
import { readCell } from './values.ts';

const text = (value: string): Cell => ({ kind: 'text', text: value });
const value = (field: Parameters<typeof readCell>[0], cell: Cell | string) => {
  const read = readCell(field, typeof cell === 'string' ? text(cell) : cell);
  return read && ('value' in read ? read.value : `✗${read.fault}`);
};
const row = (number: number, ...cells: string[]): Row => ({
  number,
  cells: cells.map(one => (one ? text(one) : undefined)),
});

describe('headings', () => {
  it('are known under the names other offices use, each field once', () => {
    const heads = ['序号', '老人姓名', '性 别', '公民身份号码（必填）', '联系电话', '所属社区', '姓名', '居住情况*'];
    expect(mapHeadings(PERSON_WORDS, heads, new Map())).toEqual([
      null,
      'name',
      'sex',
      'identityNumber',
      'phone',
      'areaCode',
      null,
      'living',
    ]);
  });
  it('stand below titles; a second row under merged ones is joined', () => {
    const rows = [
      row(1, '清源街道老年人台账'),
      row(3, '序号', '姓名', '身份证号', '紧急联系人', '', '住址'),
      row(4, '', '', '', '姓名', '电话', ''),
      row(5, '1', '王秀兰', '11990119380312002X', '李四', '13812345678', '1号楼'),
    ];
    const found = findHeadings(PERSON_WORDS, rows);
    expect(found).toMatchObject({
      headingRow: 4,
      headings: ['序号', '姓名', '身份证号', '紧急联系人姓名', '紧急联系人电话', '住址'],
    });
    expect(mapHeadings(PERSON_WORDS, found.headings, new Map())).toEqual([
      null,
      'name',
      'identityNumber',
      'contactName',
      'contactPhone',
      'door',
    ]);
  });
  it('a first row of data is not taken for a second row of headings', () => {
    expect(
      findHeadings(PERSON_WORDS, [row(1, '姓名', '身份证号'), row(2, '王秀兰', '11990119380312002X')]).headingRow,
    ).toBe(1);
  });
});

describe('cells', () => {
  it('dates as text, as day numbers and as dates', () => {
    for (const one of [
      '1938-03-12',
      '1938/3/12',
      '1938.3.12',
      '1938年3月12日',
      '19380312',
      '1938-03-12 00:00:00',
      '13951',
    ]) {
      expect(value('bornOn', one), one).toBe('1938-03-12');
    }
    expect(value('bornOn', { kind: 'date', text: '1938-03-12' })).toBe('1938-03-12');
    expect(value('bornOn', '1938-02-30')).toContain('不是真实的日期');
    expect(value('bornOn', '三八年')).toContain('请写成 1938-03-12 的样子');
  });
  it('identity numbers: what a spreadsheet lost is said, what ends in 000 by right is not', () => {
    expect(value('identityNumber', '1.10101E+17')).toContain('末几位已经丢了');
    expect(value('identityNumber', { kind: 'number', text: '110101193803120000' })).toContain('1.10101E+17');
    expect(value('identityNumber', '110101193803123000')).toContain('截断');
    expect(value('identityNumber', ' １１９９01 19380312 002x ')).toBe('11990119380312002X');
  });
  it('names keep rare characters and the dot, and say when a character was lost', () => {
    expect(value('name', '𠮷野•阿依古丽')).toBe('𠮷野·阿依古丽');
    expect(value('name', '王　兰')).toBe('王兰');
    expect(value('name', '王?')).toContain('生僻字');
    expect(value('name', '王\ue123')).toContain('自造字');
  });
  it('choices in the words of other registers', () => {
    expect([
      value('living', '仅与配偶居住'),
      value('sex', '2'),
      value('economicClass', '五保'),
      value('leftBehind', '√'),
    ]).toEqual(['空巢', '女', '特困', true]);
    expect(value('disabilities', '肢体一级、视力2级')).toEqual([
      { kind: '肢体', grade: 1 },
      { kind: '视力', grade: 2 },
    ]);
    expect(value('disabilities', '肢体')).toContain('肢体一级');
    expect(value('diseases', '高血压，糖尿病')).toEqual(['高血压', '糖尿病']);
  });
  it('phones as numbers, with dashes, two in a cell, lost ones', () => {
    expect(value('phone', { kind: 'number', text: '1.38E10' })).toBe('13800000000');
    expect(value('phone', '138-0000-0000')).toBe('13800000000');
    expect(value('phone', '13800000000/13900000000')).toBe('13800000000');
    expect(value('phone', '1.38E+10')).toContain('已经丢了');
  });
  it('formulas: the value counts, a formula without one and an error say what to do', () => {
    expect(value('name', { kind: 'text', text: '王兰', formula: true })).toBe('王兰');
    expect(value('name', { kind: 'text', text: '', formula: true })).toContain('没有算好的值');
    expect(value('name', { kind: 'error', text: '#N/A' })).toContain('#N/A');
  });
});

describe('communities', () => {
  const places = [
    { code: '110115003000', name: '清源街道', level: 'street' },
    { code: '110115003003', name: '清源西里社区居委会', level: 'community' },
    { code: '110115003004', name: '东里社区居委会', level: 'community' },
    { code: '110115004000', name: '兴丰街道', level: 'street' },
    { code: '110115004001', name: '东里社区居委会', level: 'community' },
  ];
  const words = areaWords(places, { code: '110115000000', name: '大兴区' });
  const find = (area: string | undefined, street?: string) => {
    const found = words.find({ area, street });
    return 'code' in found ? found.code : found.fault;
  };
  it('by name, by code, narrowed by the street', () => {
    for (const one of [
      '清源西里',
      '清源西里社区',
      '清源西里社区居民委员会',
      '110115003003',
      '大兴区清源街道清源西里社区',
    ]) {
      expect(find(one), one).toBe('110115003003');
    }
    expect(find('东里社区', '兴丰街道')).toBe('110115004001');
    expect(find('东里')).toContain('有 2 个（清源街道、兴丰街道）');
    expect(find('110102001001')).toContain('不在大兴区');
    expect(find('110115003')).toContain('不是社区');
    expect(find('无此地')).toContain('没有“无此地”');
    expect(find(undefined)).toContain('没有填社区');
  });
});
