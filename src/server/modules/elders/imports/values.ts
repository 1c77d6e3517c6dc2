import type { ImportField } from '#contracts/elders/imports.ts';
import { DISABILITY_KINDS, type Disability } from '#contracts/elders.ts';
import { civilDateOf } from '#platform/tables/sheet-xml.ts';
import type { Cell } from '#platform/tables/table-file.ts';
import { isCivilDate } from '#shared/dates.ts';
import { identityCheck } from '#shared/identity-number.ts';

/** A value as the registration form would send it, or a sentence that says what to do with the cell. */
export type Read = { value: unknown } | { fault: string };
const ok = (value: unknown): Read => ({ value });
const fault = (say: string): Read => ({ fault: say });

/** Blanks of all kinds, zero-width marks and Excel's leading apostrophe go; full-width forms become plain. */
export const plainCell = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[\u00a0\u3000\t\r\n]+/g, ' ')
    .trim()
    .replace(/^'/, '');

const SCIENTIFIC = /^\d(?:\.\d+)?E\+?\d{1,2}$/i;

const lost = (shown: string): Read =>
  fault(`身份证号被表格软件存成了数字（${shown}），末几位已经丢了。请把这一列设为“文本”，按证件重新填写`);

function identityNumber(cell: Cell, text: string): Read {
  if (SCIENTIFIC.test(text)) return lost(text);
  // A number keeps 15 digits: of 18 the last three come out as zeros.
  if (cell.kind === 'number' && /^\d{16,}$/.test(text)) return lost(Number(text).toExponential(5).toUpperCase());
  if (/^\d{15}000$/.test(text) && identityCheck(text) !== '0') {
    return fault('身份证号末三位是 000，多半是表格软件截断的。请把这一列设为“文本”，按证件重新填写');
  }
  return ok(text.replace(/\s/g, '').toUpperCase());
}

function name(text: string): Read {
  if (/[?\ufffd□]/.test(text))
    return fault('姓名里有没存下来的字（生僻字变成了“?”），请用支持生僻字的软件重新导出，或手工补上');
  if (/[\ue000-\uf8ff\u{f0000}-\u{10ffff}]/u.test(text))
    return fault('姓名里有自造字，别的电脑显示不出来，请换成国标字库（GB 18030）里的字');
  const dotted = text.replace(/[•．・‧∙⋅●。.]/g, '·').replace(/\s*·\s*/g, '·');
  // 王  兰 is set wide for print; a Latin name keeps its blanks.
  return ok(/\p{Script=Han}/u.test(dotted) ? dotted.replace(/\s/g, '') : dotted);
}

/** 1938-03-12, 1938/3/12, 1938.3.12, 1938年3月12日, 19380312, a day number of Excel; a time after it is dropped. */
export function readDate(cell: Cell, text: string): Read {
  if (cell.kind === 'date') return ok(text);
  const serial = /^\d{1,6}(\.\d+)?$/.test(text) ? Number(text) : undefined;
  if (serial !== undefined && serial >= 366 && serial < 60_000) return ok(civilDateOf(serial));
  const parts =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T].*)?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (!parts) return fault(`日期“${shown(text)}”读不懂，请写成 1938-03-12 的样子`);
  const [, year, month, day] = parts as unknown as [string, string, string, string];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (Number(month) > 12 || Number(month) < 1 || Number(day) < 1 || Number(day) > 31 || !isCivilDate(date)) {
    return fault(`${shown(text)} 不是真实的日期，请核对`);
  }
  return ok(date);
}

function phone(cell: Cell, text: string): Read {
  if (SCIENTIFIC.test(text) && cell.kind !== 'number')
    return fault(`电话被存成了 ${text}，号码已经丢了，请设为“文本”重新填写`);
  const digits = cell.kind === 'number' ? String(Number(text)) : text;
  // Two numbers in one cell: the first counts, nothing is guessed about the second.
  const first = digits.split(/[、，,;；/|]| {1,}(?=1\d{10})/)[0] ?? digits;
  return ok(first.replace(/[\s\-()]/g, '').replace(/\.0+$/, ''));
}

type Words = readonly (readonly [value: unknown, words: readonly string[]])[];
const SEXES: Words = [
  ['男', ['男', '男性', '1', 'm', 'male', '先生']],
  ['女', ['女', '女性', '2', 'f', 'female', '女士']],
];
const YES_NO: Words = [
  [true, ['是', '有', '1', '√', '✓', 'y', 'yes', 'true', 't', '愿意', '需要', '对']],
  [false, ['否', '无', '0', '×', 'x', 'n', 'no', 'false', 'f', '不愿意', '不是', '没有', '不需要', '-', '/']],
];
const LIVINGS: Words = [
  ['独居', ['独居', '独自居住', '单独居住', '一人居住', '独居老人', '独住', '高龄独居']],
  [
    '空巢',
    [
      '空巢',
      '空巢老人',
      '夫妻同住',
      '仅夫妻同住',
      '与配偶同住',
      '与配偶居住',
      '仅与配偶居住',
      '夫妻二人居住',
      '和老伴住',
      '与老伴同住',
    ],
  ],
  [
    '与子女同住',
    [
      '与子女同住',
      '和子女同住',
      '与子女居住',
      '与子女共同居住',
      '子女同住',
      '与儿女同住',
      '与家人同住',
      '与配偶及子女同住',
      '和孩子住',
    ],
  ],
  [
    '与其他人同住',
    [
      '与其他人同住',
      '与他人同住',
      '其他',
      '与亲属同住',
      '与保姆同住',
      '与父母同住',
      '其他人同住',
      '与孙子女同住',
      '与兄弟姐妹同住',
    ],
  ],
  [
    '住养老机构',
    ['住养老机构', '养老机构', '机构', '机构养老', '入住养老机构', '入住机构', '敬老院', '养老院', '住养老院'],
  ],
];
const ECONOMIES: Words = [
  ['none', ['一般', '无', '否', '正常', '普通', '非低保', '其他', '无困难', '一般家庭', 'none', '-', '/']],
  ['低收入', ['低收入', '低收入家庭', '低收', '低收入老人']],
  [
    '低保',
    ['低保', '是', '最低生活保障', '最低生活保障家庭', '城市低保', '农村低保', '低保户', '低保家庭', '低保老人'],
  ],
  ['特困', ['特困', '特困供养', '特困供养人员', '特困人员', '五保', '三无', '城市特困', '农村特困', '特困老人']],
];
const MARRIAGES: Words = [
  ['未婚', ['未婚', '单身']],
  ['已婚', ['已婚', '有配偶', '初婚', '再婚', '复婚']],
  ['丧偶', ['丧偶', '配偶去世']],
  ['离婚', ['离婚', '离异']],
];
const MODES: Words = [
  ['home', ['居家', '居家养老', '在家', '社区居家', 'home']],
  ['institution', ['机构', '机构养老', '养老机构', 'institution']],
  ['travel', ['旅居', '旅居养老', 'travel']],
];

function oneOf(words: Words, label: string, text: string): Read {
  const plain = text.toLowerCase().replace(/[\s。]/g, '');
  const found = words.find(([, list]) => list.includes(plain));
  if (found) return ok(found[0]);
  const choices = words.map(([, list]) => list[0]).join('、');
  return fault(`${label}“${shown(text)}”不认识，请填：${choices}`);
}

const GRADES: Record<string, number> = {
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  '1': 1,
  '2': 2,
  '3': 3,
  '4': 4,
  Ⅰ: 1,
  Ⅱ: 2,
  Ⅲ: 3,
  Ⅳ: 4,
  I: 1,
  II: 2,
  III: 3,
  IV: 4,
};

/** 肢体一级、视力2级 → kinds and grades of GB/T 26341. */
function disabilities(text: string): Read {
  if (/^(无|否|没有|-|\/|0|非残疾)$/.test(text)) return ok([]);
  const found: Disability[] = [];
  for (const part of text.split(/[、，,;；\s+]+/).filter(Boolean)) {
    const kind = DISABILITY_KINDS.find(one => part.startsWith(one));
    const grade = /(IV|III|II|I|[一二三四1-4ⅠⅡⅢⅣ])级?/.exec(part.slice(kind?.length ?? 0))?.[1];
    if (!kind || !grade) return fault(`残疾“${shown(part)}”不认识，请写成“肢体一级”，多类用“、”隔开`);
    found.push({ kind, grade: GRADES[grade] ?? 4 });
  }
  return ok(found);
}

const shown = (text: string): string => ([...text].length > 20 ? `${[...text].slice(0, 20).join('')}……` : text);
const list = (text: string): string[] =>
  /^(无|没有|-|\/)$/.test(text)
    ? []
    : text
        .split(/[、，,;；\n]+/)
        .map(s => s.trim())
        .filter(Boolean);

/** Of a comparison only: a table of people to register has no dead. */
type CellField = ImportField | 'diedOn';

const READERS: Partial<Record<CellField, (cell: Cell, text: string) => Read>> = {
  identityNumber,
  name: (_, text) => name(text),
  bornOn: readDate,
  diedOn: readDate,
  phone,
  contactPhone: phone,
  sex: (_, text) => oneOf(SEXES, '性别', text),
  living: (_, text) => oneOf(LIVINGS, '居住方式', text),
  economicClass: (_, text) => oneOf(ECONOMIES, '经济状况', text),
  maritalStatus: (_, text) => oneOf(MARRIAGES, '婚姻状况', text),
  serviceMode: (_, text) => oneOf(MODES, '服务方式', text),
  leftBehind: (_, text) => oneOf(YES_NO, '留守', text),
  familyPlanningSpecial: (_, text) => oneOf(YES_NO, '计划生育特殊家庭', text),
  militaryFamily: (_, text) => oneOf(YES_NO, '烈属军属', text),
  dementia: (_, text) => oneOf(YES_NO, '失智', text),
  wishForVisits: (_, text) => oneOf(YES_NO, '愿意接受探访', text),
  disabilities: (_, text) => disabilities(text),
  diseases: (_, text) => ok(list(text)),
  nation: (_, text) => ok(text.endsWith('族') ? text.slice(0, -1) || text : text),
};

/** One cell as a value of its field; undefined = the cell is empty and says nothing. */
export function readCell(field: CellField, cell: Cell | undefined): Read | undefined {
  if (!cell) return undefined;
  if (cell.kind === 'error') return fault(`这一格是公式错误 ${cell.text}，请改成值`);
  const text = plainCell(cell.text);
  if (text === '')
    return cell.formula ? fault('这一格是公式，但没有算好的值。请在 Excel 里打开并保存一次，或改成值') : undefined;
  if (text.includes('\ufffd') && field !== 'name') return fault('这一格有乱码，请按 UTF-8 或 GBK 重新导出');
  return READERS[field]?.(cell, text) ?? ok(text);
}
