import { rm } from 'node:fs/promises';
import { z } from 'zod';
import {
  type checkImport as endpoint,
  IMPORT_FIELD_LABELS,
  type ImportField,
  type ImportMapping,
  NEEDED_FIELDS,
} from '#contracts/elders/imports.ts';
import { DomainError } from '#contracts/errors.ts';
import { record } from '#platform/audit/record.ts';
import { workFile } from '#platform/files/work-folder.ts';
import type { Context } from '#platform/http/context.ts';
import type { EarlyEnd, JobTools } from '#platform/outbox/publish.ts';
import { inTheNameOf } from '#platform/runs/in-the-name-of.ts';
import { startRun } from '#platform/runs/runs.ts';
import { writeEncrypted } from '#platform/tables/byte-source.ts';
import { mapHeadings, plainHeading } from '#platform/tables/headings.ts';
import { withTable } from '#platform/tables/kept-table.ts';
import { peekSheet, sheetNotes } from '#platform/tables/peek-table.ts';
import { type Written, writeTable } from '#platform/tables/write-table.ts';
import { maskIdentityNumber } from '#shared/identity-number.ts';
import * as db from '../db/imports.ts';
import { PERSON_WORDS } from './headings.ts';
import { openImport, sealImport, sealRow } from './import-secret.ts';
import { judgeRows, nothingSeen, type Verdict } from './judge-rows.ts';
import { lockImport } from './read-imports.ts';
import { labelOf, tally } from './tally.ts';
import { failImport, pagesOf, readerOf } from './walk-rows.ts';

export const CheckJob = {
  name: 'elders.check-import',
  payload: z.object({ importId: z.string(), areaCode: z.string() }),
} as const;
type Payload = z.infer<typeof CheckJob.payload>;

/** Fixes the columns, remembers them for the sender, and leaves the check to the background. */
export async function startCheck(ctx: Context, id: string, body: z.output<typeof endpoint.body>): Promise<void> {
  const row = await lockImport(ctx, id);
  if (!['uploaded', 'checked', 'failed'].includes(row.status)) {
    throw new DomainError('platform.wrong-state', '这次导入正在办或已经办完，不能再检查；请重新上传');
  }
  if (body.sheet !== undefined && body.sheet !== row.sheet) return changeSheet(ctx, row, body.sheet);
  refuseMapping(body.mapping);
  const mapping = row.headings.map((_, i) => body.mapping[i] ?? null);
  const sender = body.sender ?? row.sender;
  const kept = new Map(row.headings.map((heading, i) => [plainHeading(heading), mapping[i] ?? null]));
  await db.keepHeadings(ctx, { areaCode: row.area_code, sender }, kept);
  const payload = { importId: id, areaCode: row.area_code };
  const about = { title: `检查“${row.file_name}”`, path: `/desk/elders/imports/${id}`, areaCode: row.area_code };
  const runId = await startRun(ctx, CheckJob, { payload, about });
  await db.updateImport(ctx, id, { mapping, sender, status: 'checking', run_id: runId, error: null });
  const columns = mapping.filter(field => field !== null).length;
  await record(ctx, {
    action: 'elders.check-import',
    subject: { kind: 'elder-import', id },
    areaCode: row.area_code,
    after: { sender, columns },
  });
}

export function refuseMapping(mapping: ImportMapping): void {
  const chosen = mapping.filter((field): field is ImportField => field !== null);
  const twice = chosen.find((field, i) => chosen.indexOf(field) !== i);
  if (twice)
    throw new DomainError('imports.mapping', `“${IMPORT_FIELD_LABELS[twice]}”选了两列，请只留一列`, {
      mapping: '同一项只能选一列',
    });
  const lacking = NEEDED_FIELDS.filter(field => !chosen.includes(field)).map(field => IMPORT_FIELD_LABELS[field]);
  if (lacking.length > 0) {
    throw new DomainError('imports.mapping', `还没有选哪一列是${lacking.join('、')}`, {
      mapping: `请选${lacking.join('、')}`,
    });
  }
}

/** Another sheet has other headings: they are read, and the columns proposed anew. */
async function changeSheet(ctx: Context, row: db.ImportRow, sheet: number): Promise<void> {
  const secret = openImport(ctx.keys, row);
  const remembered = (await db.listHeadings(ctx, { areaCode: row.area_code, sender: row.sender })) as Map<
    string,
    ImportField | null
  >;
  await withTable({ id: row.import_id, secret: secret.secret, code: 'imports.file' }, async table => {
    const peeked = await peekSheet(table, sheet, { known: PERSON_WORDS, remembered });
    if (!peeked) throw new DomainError('imports.file', '这张表里没有内容，请选另一张');
    await db.updateImport(ctx, row.import_id, {
      sheet,
      headings: peeked.headings,
      heading_row: peeked.headingRow,
      mapping: mapHeadings(PERSON_WORDS, peeked.headings, remembered),
      notes: [...sheetNotes({ sheets: row.sheets }, sheet), ...peeked.notes],
      status: 'uploaded',
      counts: null,
      sealed: sealImport(ctx.keys, row.import_id, { ...secret, sample: peeked.sample }),
    });
  });
}

class Stopped extends Error {}
/** Wrong rows shown on the page; all of them stand in the error workbook. */
const SHOWN_WRONG = 500;

/** The job: judges every row, writes no person. Wrong rows stream into the error workbook as they are met. */
export async function runCheck(tools: JobTools, { importId, areaCode }: Payload): Promise<void> {
  const inArea = <T>(work: (ctx: Context) => Promise<T>) => tools.inArea(areaCode, '检查导入的表', work);
  const begun = await inArea(async ctx => {
    const row = await db.findImport(ctx, importId);
    if (row?.status !== 'checking') return undefined;
    await db.clearImportRows(ctx, importId);
    return { row, read: await readerOf(ctx, row), keys: ctx.keys };
  });
  if (!begun) return;
  const { row, read, keys } = begun;
  const book = workFile(`${importId}-errors`);
  await rm(book, { force: true });
  const sums = tally();
  const seen = nothingSeen();
  async function* wrongRows(): AsyncGenerator<Written[][]> {
    for await (const page of pagesOf(row, { keys, read })) {
      const before = sums.counts.wrong;
      const verdicts = await inArea(async ctx => {
        const judged = await judgeRows(inTheNameOf(ctx, row), page, { seen, areaCode });
        await db.insertImportRows(ctx, row, rowsToShow(ctx, row, { judged, before }));
        return judged;
      });
      for (const verdict of verdicts) sums.add(verdict);
      if (!(await tools.progress(sums.counts.rows, 0, `已检查 ${sums.counts.rows.toLocaleString('en')} 行`)))
        throw new Stopped();
      yield verdicts.flatMap(verdict => (verdict.kind === 'wrong' ? [bookRow(row, verdict)] : []));
    }
  }
  const columns = [...row.headings.map(title => ({ title })), { title: '要改什么', width: 60 }];
  const table = writeTable({ sheet: '要改的行', columns, pages: wrongRows() }, 'xlsx');
  try {
    await writeEncrypted(table, {
      path: book,
      secret: openImport(keys, row).errorSecret,
      limit: Number.MAX_SAFE_INTEGER,
    });
  } catch (error) {
    if (error instanceof Stopped) return;
    throw error;
  }
  await inArea(ctx => finish(ctx, row, sums.result()));
}

const NO_COMMUNITY = '没有哪一列选作社区（村），新登记的人要有：请选一列再检查，或在表里加一列';

const lacksCommunity = ({ mapping }: db.ImportRow, { faults }: { faults: readonly { field: string }[] }): boolean =>
  !mapping.includes('areaCode') && faults.some(({ field }) => field === labelOf('areaCode'));

async function finish(
  ctx: Context,
  row: db.ImportRow,
  result: ReturnType<ReturnType<typeof tally>['result']>,
): Promise<void> {
  // Another attempt at the same check may have come first, and somebody may load it already.
  const now = await db.findImport(ctx, row.import_id, true);
  if (now?.status !== 'checking' || now.run_id !== row.run_id) return;
  const { formulas, ...found } = result;
  const own = [`有 ${formulas} 行里有公式，取的是上次算好的值，公式没有运行`, '表头下面没有人', NO_COMMUNITY];
  const hold = [formulas > 0, found.counts.rows === 0, lacksCommunity(row, found)];
  const isOwn = (note: string) => note.includes('行里有公式') || own.includes(note);
  const notes = [...row.notes.filter(note => !isOwn(note)), ...own.filter((_, i) => hold[i])];
  const has = found.counts.wrong > 0;
  await db.updateImport(ctx, row.import_id, {
    ...found,
    notes,
    has_error_book: has,
    status: 'checked',
    checked_at: ctx.now,
  });
  const subject = { kind: 'elder-import', id: row.import_id };
  await record(inTheNameOf(ctx, row), {
    action: 'elders.import-checked',
    subject,
    areaCode: row.area_code,
    after: found.counts,
  });
}

/** The row as it came, and what to change, one sentence a field. */
const bookRow = (row: db.ImportRow, verdict: Verdict & { kind: 'wrong' }): Written[] => [
  ...row.headings.map((_, i) => verdict.row.cells[i]?.text ?? null),
  verdict.faults.map(({ field, say }) => `${labelOf(field)}：${say}`).join('；'),
];

function rowsToShow(
  ctx: Context,
  row: db.ImportRow,
  found: { judged: readonly Verdict[]; before: number },
): db.NewImportRow[] {
  let wrong = found.before;
  return found.judged.flatMap((verdict): db.NewImportRow[] => {
    if (verdict.kind === 'wrong' && wrong++ < SHOWN_WRONG) {
      const faults = verdict.faults.map(({ field, say }) => ({ field: labelOf(field), say }));
      return [{ row_number: verdict.row.number, kind: 'wrong', faults, sealed: null, matches: [] }];
    }
    if (verdict.kind !== 'look-alike') return [];
    const { form, identity } = verdict.person;
    const shown = {
      name: form.name,
      bornOn: identity.bornOn,
      sex: identity.sex,
      compound: form.compound ?? null,
      identityMasked: maskIdentityNumber(identity.identityNumber),
    };
    const sealed = sealRow(ctx.keys, row.import_id, shown);
    return [
      { row_number: verdict.person.row.number, kind: 'look-alike', faults: [], sealed, matches: verdict.matches },
    ];
  });
}

/** Stopped or failed for good: nothing was written, so the table waits as it was. */
export async function endCheckEarly(tools: JobTools, of: Payload, how: EarlyEnd): Promise<void> {
  await tools.inArea(of.areaCode, '检查没有办完', async ctx => {
    const row = await db.findImport(ctx, of.importId, true);
    if (row?.status !== 'checking') return;
    if (how.status === 'cancelled') await db.updateImport(ctx, of.importId, { status: 'uploaded', error: null });
    else await failImport(ctx, of.importId, how.message);
  });
}
