import { rm } from 'node:fs/promises';
import {
  CARD_USE_FIELD_LABELS,
  CARD_USE_FIELDS,
  type CardUseBatch,
  type CardUseField,
  MOST_USES,
} from '#contracts/card-uses.ts';
import { DomainError } from '#contracts/errors.ts';
import { readDivisions } from '#modules/areas/index.ts';
import { birthDaysOfCards, readCell } from '#modules/elders/index.ts';
import { workFile } from '#platform/files/work-folder.ts';
import type { Context } from '#platform/http/context.ts';
import type { Upload } from '#platform/http/serve.ts';
import { encryptedFile } from '#platform/tables/byte-source.ts';
import { type Mapping, mapHeadings, vocabularyOf } from '#platform/tables/headings.ts';
import { openTable } from '#platform/tables/open-table.ts';
import { chooseSheet, isBlank } from '#platform/tables/peek-table.ts';
import { type Row, TableFileError } from '#platform/tables/table-file.ts';
import { areaLevel, isInArea } from '#shared/area-codes.ts';
import type { CivilDate } from '#shared/dates.ts';
import type { Use } from './db.ts';
import { batchOf } from './read-uses.ts';
import { ageGroupOf, readFen, typeOf } from './rules.ts';
import { writeBatch } from './write-batch.ts';

const SYNONYMS: Record<CardUseField, readonly string[]> = {
  number: ['交易流水号', '流水', '交易编号', '订单号', '交易号'],
  usedOn: ['日期', '交易时间', '刷卡日期', '交易日', '消费日期'],
  card: ['养老助残卡号', '卡片号', '卡编号'],
  merchant: ['商户', '商户名', '商家'],
  type: ['类型', '商户类别', '行业', '消费类型'],
  street: ['街道', '所在街道', '街道（乡镇）', '商户街道', '乡镇'],
  amount: ['金额', '交易金额', '消费金额', '实付金额'],
};
const WORDS = {
  known: vocabularyOf(CARD_USE_FIELDS.map(field => [field, [CARD_USE_FIELD_LABELS[field], ...SYNONYMS[field]]])),
  remembered: new Map<string, CardUseField | null>(),
};
const REFUSALS_KEPT = 200;

type Table = { rows: Row[]; mapping: Mapping<CardUseField> };

/** The whole table in memory: bounded by MOST_USES. */
async function readTable(upload: Upload): Promise<Table> {
  const source = await encryptedFile(workFile(upload.id), upload.secret);
  try {
    const table = await openTable(source);
    const { sheet, headings, headingRow } = await chooseSheet(table, WORDS);
    const mapping = mapHeadings(WORDS.known, headings, WORDS.remembered);
    const lacks = CARD_USE_FIELDS.filter(field => field !== 'card' && !mapping.includes(field));
    if (lacks.length > 0)
      throw new DomainError(
        'card-uses.file',
        `表里缺这几列：${lacks.map(field => CARD_USE_FIELD_LABELS[field]).join('、')}`,
      );
    const rows: Row[] = [];
    for await (const page of table.rows(sheet)) {
      rows.push(...page.filter(row => row.number > headingRow && !isBlank(row)));
      if (rows.length > MOST_USES)
        throw new DomainError('card-uses.file', `一份最多${MOST_USES.toLocaleString('en')}行，请按月或按街道分开传`);
    }
    return { rows, mapping };
  } catch (error) {
    throw error instanceof TableFileError ? new DomainError('card-uses.file', error.message) : error;
  } finally {
    await source.close();
    await rm(workFile(upload.id), { force: true });
  }
}

type Read = Omit<Use, 'age'> & { card: string };

/** One row, or why it is not taken. */
function readUse(
  row: Row,
  mapping: Mapping<CardUseField>,
  of: { streetOf: (words: string) => string[]; today: CivilDate },
): Read | string {
  const text = (field: CardUseField): string => row.cells[mapping.indexOf(field)]?.text.trim() ?? '';
  const number = text('number');
  if (!number || number.length > 60 || /E\+/i.test(number)) return '没有流水号，或被表格软件存成了数字';
  const day = readCell('bornOn', row.cells[mapping.indexOf('usedOn')]);
  if (!day || 'fault' in day) return day?.fault.replaceAll('出生', '交易') ?? '没有交易日期';
  const usedOn = String(day.value);
  if (usedOn > of.today) return `交易日期${usedOn}在今天之后`;
  const type = typeOf(text('type'));
  if (!type) return `商户类型“${text('type').slice(0, 20)}”不认识`;
  const fen = readFen(text('amount'));
  if (fen === undefined) return `金额“${text('amount').slice(0, 20)}”读不懂`;
  const streets = of.streetOf(text('street'));
  const [areaCode] = streets;
  if (!areaCode || streets.length > 1)
    return streets.length > 1
      ? `“${text('street')}”不止一个区有，请写区划代码`
      : `“${text('street').slice(0, 20)}”不是本辖区的街道`;
  return { number, usedOn, type, fen, areaCode, merchant: text('merchant').slice(0, 80), card: text('card') };
}

/** Streets of the area by code, by name and by name with the district before it. */
function streetsOf(area: string): (words: string) => string[] {
  const all = readDivisions();
  const nameOf = new Map(all.map(one => [one.code, one.name]));
  const known = new Map<string, string[]>();
  for (const { code, name } of all.filter(one => areaLevel(one.code) === 'street' && isInArea(one.code, area)))
    for (const words of [code, name, `${nameOf.get(`${code.slice(0, 6)}000000`)}${name}`])
      known.set(words, [...(known.get(words) ?? []), code]);
  return words => known.get(words.replace(/\s/g, '')) ?? [];
}

/** All of one table or nothing; a serial number that came before is counted as repeated and changes nothing. */
export async function bringUses(ctx: Context, upload: Upload | undefined, sender: string): Promise<CardUseBatch> {
  if (!upload) throw new DomainError('platform.invalid-input', '没有收到文件内容，请重新选择文件');
  const { rows, mapping } = await readTable(upload);
  if (rows.length === 0) throw new DomainError('card-uses.file', '表里没有刷卡记录');
  const of = { streetOf: streetsOf(ctx.actor.areaCode), today: ctx.today };
  const read = rows.map(row => ({ row: row.number, use: readUse(row, mapping, of) }));
  const refusals = read.flatMap(({ row, use }) => (typeof use === 'string' ? [{ row, because: use }] : []));
  const found = read.flatMap(({ use }) => (typeof use === 'string' ? [] : [use]));
  const born = await birthDaysOfCards(ctx, [...new Set(found.map(use => use.card).filter(Boolean))]);
  const sent = found.map(({ card, ...use }) => ({ ...use, age: ageGroupOf(born.get(card), use.usedOn) }));
  const batch = {
    ...{ batch_id: upload.id, area_code: ctx.actor.areaCode, sender, file_name: upload.name, file_sm3: upload.sm3 },
    ...{ refused: refusals.length, refusals: refusals.slice(0, REFUSALS_KEPT) },
  };
  return batchOf(await writeBatch(ctx, batch, sent));
}
