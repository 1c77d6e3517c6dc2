import { rm } from 'node:fs/promises';
import {
  CREDIT_FIELD_LABELS,
  CREDIT_FIELDS,
  type CreditBatch,
  type CreditField,
  MOST_CREDIT_ROWS,
  OPTIONAL_CREDIT_FIELDS,
} from '#contracts/credit-records.ts';
import { DomainError } from '#contracts/errors.ts';
import { workFile } from '#platform/files/work-folder.ts';
import type { Context } from '#platform/http/context.ts';
import type { Upload } from '#platform/http/serve.ts';
import { mapHeadings, vocabularyOf } from '#platform/tables/headings.ts';
import { withTable } from '#platform/tables/kept-table.ts';
import { chooseSheet, isBlank } from '#platform/tables/peek-table.ts';
import type { Row } from '#platform/tables/table-file.ts';
import { departmentOf } from './rules.ts';
import { type Sent, writeBatch } from './write-batch.ts';

const SYNONYMS: Record<CreditField, readonly string[]> = {
  number: ['来源记录编号', '记录编号', '编号', '文书号', '文号'],
  kind: ['信用记录类型', '信息类别', '类别', '类型'],
  subjectKind: ['主体类别', '对象类型'],
  name: ['名称', '单位名称', '机构名称', '姓名', '主体'],
  creditCode: ['社会信用代码', '信用代码', '代码'],
  employer: ['单位', '工作单位', '所属单位', '就业单位'],
  content: ['事项', '信息内容', '摘要', '说明'],
  happenedOn: ['发生日期', '决定日期', '记录日期', '认定日期'],
  scope: ['共享', '公开范围', '公开属性', '共享属性'],
};
const WORDS = {
  known: vocabularyOf(CREDIT_FIELDS.map(field => [field, [CREDIT_FIELD_LABELS[field], field, ...SYNONYMS[field]]])),
  remembered: new Map<string, CreditField | null>(),
};
const tooMany = () =>
  new DomainError('credit-records.file', `一份最多${MOST_CREDIT_ROWS.toLocaleString('en')}行，请分开传`);

/** The whole table in memory: bounded by MOST_CREDIT_ROWS. */
const readTable = ({ id, secret }: Upload): Promise<Sent> =>
  withTable({ id, secret, code: 'credit-records.file' }, async table => {
    const { sheet, headings, headingRow } = await chooseSheet(table, WORDS);
    const mapping = mapHeadings(WORDS.known, headings, WORDS.remembered);
    const lacks = CREDIT_FIELDS.filter(field => !OPTIONAL_CREDIT_FIELDS.includes(field) && !mapping.includes(field));
    if (lacks.length > 0) {
      const words = lacks.map(field => CREDIT_FIELD_LABELS[field]).join('、');
      throw new DomainError('credit-records.file', `表里缺这几列：${words}`);
    }
    const rows: Row[] = [];
    for await (const page of table.rows(sheet)) {
      rows.push(...page.filter(row => row.number > headingRow && !isBlank(row)));
      if (rows.length > MOST_CREDIT_ROWS) throw tooMany();
    }
    return { rows, mapping };
  }).finally(() => rm(workFile(id), { force: true }));

/** A department's table from the desk. */
export async function bringFile(ctx: Context, upload: Upload | undefined, department: string): Promise<CreditBatch> {
  if (!upload) throw new DomainError('platform.invalid-input', '没有收到文件内容，请重新选择文件');
  const sent = await readTable(upload);
  if (sent.rows.length === 0) throw new DomainError('credit-records.file', '表里没有信用信息');
  const of = {
    id: upload.id,
    department: departmentOf(department),
    name: upload.name,
    sm3: upload.sm3,
    sequence: null,
  };
  const batch = await writeBatch(ctx, of, sent);
  if (!batch) throw new DomainError('platform.internal');
  return batch;
}

/** A batch of the exchange as rows of the same table: its cells are text under our own field names. */
export function sentOf(rows: readonly Record<string, string>[]): Sent {
  if (rows.length > MOST_CREDIT_ROWS) throw tooMany();
  const cells = (row: Record<string, string>) =>
    CREDIT_FIELDS.map(field => ({ kind: 'text' as const, text: row[field] ?? '' }));
  return { rows: rows.map((row, i) => ({ number: i + 1, cells: cells(row) })), mapping: [...CREDIT_FIELDS] };
}
