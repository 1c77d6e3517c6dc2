import { IMPORT_FIELD_LABELS, IMPORT_FIELDS, type ImportField, type ImportMapping } from '#contracts/elders/imports.ts';
import type { Cell, Row } from '#platform/tables/table-file.ts';

/** Headings as other systems and offices write them, beside the field's own label; compared after `plainHeading`. */
const SYNONYMS: Partial<Record<ImportField, readonly string[]>> = {
  name: ['老人姓名', '老年人姓名', '人员姓名', '姓 名', '名字', '户主姓名', 'name'],
  identityNumber: [
    '身份证号码',
    '身份证',
    '公民身份号码',
    '公民身份证号码',
    '证件号码',
    '证件号',
    '身份号码',
    '居民身份证号',
    'idcard',
    'id_card',
    'idnumber',
  ],
  sex: ['老人性别', '性 别', 'sex', 'gender'],
  bornOn: ['出生年月日', '出生年月', '生日', '出生时间', '出生', 'birthday', 'birthdate'],
  nation: ['族别'],
  maritalStatus: ['婚姻', '婚姻情况', '婚否'],
  phone: [
    '手机',
    '手机号码',
    '联系电话',
    '电话',
    '本人电话',
    '电话号码',
    '联系方式',
    '老人电话',
    '本人手机',
    'phone',
    'mobile',
  ],
  hukouAreaCode: ['户籍地', '户籍社区', '户口所在地', '户籍所在社区'],
  areaCode: [
    '社区',
    '社区村',
    '居委会',
    '村',
    '村居',
    '所属社区',
    '所在社区',
    '居住社区',
    '社区名称',
    '区划代码',
    '社区代码',
    '行政区划',
    '居村委会',
    '村居委会',
  ],
  street: ['街道', '乡镇', '街道乡镇', '街乡镇', '街镇', '所属街道', '所在街道', '镇街'],
  road: ['街巷', '路名', '道路名称'],
  compound: ['小区名称', '住宅小区', '所在小区', '居住小区'],
  door: [
    '门牌号',
    '楼门号',
    '楼号',
    '住址',
    '地址',
    '详细地址',
    '家庭住址',
    '居住地址',
    '现住址',
    '现居住地址',
    '家庭地址',
    '常住地址',
    'address',
  ],
  living: ['居住情况', '居住状况', '居住状态', '生活居住方式', '居住类型'],
  leftBehind: ['是否留守', '留守老人'],
  economicClass: ['经济情况', '困难类型', '救助类型', '低保类型', '困难类别', '人员类别', '经济类型', '是否低保'],
  familyPlanningSpecial: ['计生特殊家庭', '失独', '是否失独', '计划生育特殊', '是否计划生育特殊家庭', '计生特扶'],
  militaryFamily: ['军属', '烈属', '优抚对象', '是否军烈属'],
  dementia: ['是否失智', '失智情况', '认知障碍'],
  disabilities: ['残疾类别等级', '残疾情况', '残疾类型', '残疾类别', '残疾等级', '残疾'],
  diseases: ['疾病', '患病情况', '慢病', '疾病史', '既往病史'],
  wishForVisits: ['探访意愿', '是否愿意探访', '是否愿意接受探访'],
  serviceMode: ['养老方式', '养老模式'],
  note: ['说明', '备 注', 'remark', 'note'],
  contactName: ['联系人姓名', '紧急联系人', '紧急联系人姓名', '监护人', '家属姓名', '子女姓名'],
  contactRelation: ['关系', '与老人关系', '与本人关系', '联系人关系', '紧急联系人关系', '与老人的关系'],
  contactPhone: [
    '联系人手机',
    '联系人手机号',
    '紧急联系人电话',
    '紧急联系电话',
    '家属电话',
    '监护人电话',
    '子女电话',
    '联系人联系电话',
    '紧急联系人手机号',
  ],
};

/** 姓 名（必填）* → 姓名: blanks, stars, what stands in brackets, line ends. */
export const plainHeading = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\([^)]*\)|【[^】]*】|\[[^\]]*\]/g, '')
    .replace(/[\s*:：、/_.-]|必填|选填/g, '');

const KNOWN = new Map<string, ImportField>();
for (const field of IMPORT_FIELDS) {
  for (const word of [IMPORT_FIELD_LABELS[field], field, ...(SYNONYMS[field] ?? [])]) {
    const plain = plainHeading(word);
    if (!KNOWN.has(plain)) KNOWN.set(plain, field);
  }
}
KNOWN.set('社区(村)'.replace(/[()]/g, ''), 'areaCode');

/** What the headings are; `remembered` (a sender's own choices) goes before the synonyms. A field is taken once. */
export function mapHeadings(
  headings: readonly string[],
  remembered: ReadonlyMap<string, ImportField | null>,
): ImportMapping {
  const taken = new Set<ImportField>();
  const fields = headings.map(heading => {
    const plain = plainHeading(heading);
    return remembered.has(plain) ? (remembered.get(plain) ?? null) : (KNOWN.get(plain) ?? null);
  });
  return fields.map(field => {
    if (field === null || taken.has(field)) return null;
    taken.add(field);
    return field;
  });
}

export type FoundHeadings = { headings: string[]; headingRow: number; notes: string[] };

/** How far down the headings are looked for: titles, notes and dates of printing stand above them. */
export const HEADING_SEARCH = 15;

const text = (cell: Cell | undefined): string => (cell?.kind === 'text' ? cell.text.trim() : '');
const known = (row: Row | undefined): number[] =>
  (row?.cells ?? []).flatMap((cell, i) => (KNOWN.has(plainHeading(text(cell))) ? [i] : []));

/**
 * Finds the row of headings among the first rows: the one with the most known words. A second row under merged
 * headings (紧急联系人 → 姓名、电话) is joined to it. Without any known word the first filled row is taken.
 */
export function findHeadings(rows: readonly Row[], extra: (heading: string) => boolean = () => false): FoundHeadings {
  const top = rows.slice(0, HEADING_SEARCH);
  let at = -1;
  let most = 0;
  for (const [i, row] of top.entries()) {
    const count = known(row).length + row.cells.filter(cell => extra(plainHeading(text(cell)))).length;
    if (count > most) [at, most] = [i, count];
  }
  if (at < 0) {
    const first = top.findIndex(row => row.cells.filter(cell => text(cell) !== '').length >= 2);
    const row = top[Math.max(0, first)];
    return {
      headings: (row?.cells ?? []).map(text),
      headingRow: row?.number ?? 1,
      notes: ['没有认出表头，请逐列选它是什么'],
    };
  }
  return joined(top, at);
}

function joined(top: readonly Row[], at: number): FoundHeadings {
  const own = top[at] as Row;
  const notes = own.number > 1 ? [`表头在第 ${own.number} 行，上面的标题没有读`] : [];
  const below = top[at + 1];
  const above = top[at - 1];
  if (below && isSubHeading(own, below)) {
    return {
      headings: twoRows(own, below),
      headingRow: below.number,
      notes: [`第 ${own.number}、${below.number} 行合起来是表头`],
    };
  }
  if (above && isSubHeading(above, own)) {
    return {
      headings: twoRows(above, own),
      headingRow: own.number,
      notes: [`第 ${above.number}、${own.number} 行合起来是表头`],
    };
  }
  return { headings: trimmed(own.cells.map(text)), headingRow: own.number, notes };
}

/** A second row of headings: only words, no figures, and something known where the row above has a gap. */
function isSubHeading(upper: Row, lower: Row): boolean {
  const filled = lower.cells.filter(cell => cell !== undefined && cell.text.trim() !== '');
  if (filled.length === 0 || filled.some(cell => cell?.kind !== 'text' || /\d{4,}/.test(cell.text))) return false;
  const spans = upper.cells.filter(cell => text(cell) !== '').length;
  if (spans < 2) return false;
  return known(lower).some(i => !KNOWN.has(plainHeading(text(upper.cells[i]))));
}

/** 紧急联系人 over 姓名 and 电话: the two words together first, then the lower alone, then the upper. */
function twoRows(upper: Row, lower: Row): string[] {
  const width = Math.max(upper.cells.length, lower.cells.length);
  let group = '';
  return trimmed(
    Array.from({ length: width }, (_, i) => {
      const over = text(upper.cells[i]);
      if (over !== '') group = over;
      const under = text(lower.cells[i]);
      if (under === '') return over;
      const both = `${group}${under}`;
      return KNOWN.has(plainHeading(both)) || !KNOWN.has(plainHeading(under)) ? both : under;
    }),
  );
}

function trimmed(headings: string[]): string[] {
  const last = headings.findLastIndex(heading => heading !== '');
  return headings.slice(0, last + 1);
}
