import { CARD_USE_FIELD_LABELS, CARD_USE_FIELDS, type CardUseBatch } from '#contracts/card-uses.ts';
import { DomainError } from '#contracts/errors.ts';
import type { Context } from '#platform/http/context.ts';
import type { Upload } from '#platform/http/serve.ts';
import { startRun } from '#platform/runs/runs.ts';
import { seal } from '#platform/secrets/seal.ts';
import { mapHeadings } from '#platform/tables/headings.ts';
import { withTable } from '#platform/tables/kept-table.ts';
import { chooseSheet } from '#platform/tables/peek-table.ts';
import * as db from './db.ts';
import { WORDS } from './read-row.ts';
import { batchOf } from './read-uses.ts';
import { TABLE, TakeJob } from './take-uses.ts';

/** Where the rows begin and what each column is; a table that lacks one is refused at once. */
const readTop = ({ id, secret }: Upload) =>
  withTable({ id, secret, code: 'card-uses.file' }, async table => {
    const { sheet, headings, headingRow } = await chooseSheet(table, WORDS);
    const mapping = mapHeadings(WORDS.known, headings, WORDS.remembered);
    const lacks = CARD_USE_FIELDS.filter(field => field !== 'card' && !mapping.includes(field));
    if (lacks.length > 0)
      throw new DomainError(
        'card-uses.file',
        `表里缺这几列：${lacks.map(field => CARD_USE_FIELD_LABELS[field]).join('、')}`,
      );
    return { sheet, heading_row: headingRow, mapping };
  });

/** Keeps the file for the background, which takes its rows a page at a time. */
export async function bringUses(ctx: Context, upload: Upload | undefined, sender: string): Promise<CardUseBatch> {
  if (!upload) throw new DomainError('platform.invalid-input', '没有收到文件内容，请重新选择文件');
  const top = await readTop(upload);
  const { accountId, postId, name, role, areaCode } = ctx.actor;
  const batchId = upload.id;
  await db.insertBatch(ctx, {
    ...{ batch_id: batchId, area_code: areaCode, sender, file_name: upload.name, file_sm3: upload.sm3, ...top },
    sealed: seal(ctx.keys, { table: TABLE, elderId: batchId }, { secret: upload.secret }),
    ...{ status: 'reading', brought_by: name, brought_at: ctx.now },
    ...{ started_by: accountId, started_by_post: postId, started_by_role: role },
  });
  const runId = await startRun(ctx, TakeJob, {
    payload: { batchId, areaCode },
    about: { title: `导入刷卡记录“${upload.name}”`, path: '/desk/card-uses/batches', areaCode },
  });
  await db.setState(ctx, batchId, { status: 'reading', run_id: runId });
  const row = await db.findBatch(ctx, batchId);
  if (!row) throw new Error('the batch was inserted in this transaction');
  return batchOf(row);
}
