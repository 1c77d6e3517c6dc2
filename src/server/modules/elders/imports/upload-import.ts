import type { ImportField } from '#contracts/elders/imports.ts';
import { DomainError } from '#contracts/errors.ts';
import { areaName } from '#modules/areas/index.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import type { Upload } from '#platform/http/serve.ts';
import { newFileSecret } from '#platform/tables/byte-source.ts';
import { mapHeadings } from '#platform/tables/headings.ts';
import { withTable } from '#platform/tables/kept-table.ts';
import { chooseSheet, sheetNotes } from '#platform/tables/peek-table.ts';
import * as db from '../db/imports.ts';
import { PERSON_WORDS } from './headings.ts';
import { sealImport } from './import-secret.ts';

/** Reads headings and first rows of a received file and proposes what each column is. Nothing of a person is written. */
export async function uploadImport(ctx: Context, upload: Upload | undefined, sender?: string): Promise<{ id: string }> {
  if (!upload) throw new DomainError('platform.invalid-input', '没有收到文件内容，请重新选择文件');
  const from = sender || areaName(ctx.actor.areaCode);
  const remembered = (await db.listHeadings(ctx, { areaCode: ctx.actor.areaCode, sender: from })) as Map<
    string,
    ImportField | null
  >;
  const { table, peeked } = await readTop(upload, remembered);
  await db.insertImport(ctx, {
    import_id: upload.id,
    area_code: ctx.actor.areaCode,
    sender: from,
    file_name: upload.name,
    file_bytes: upload.bytes,
    file_sm3: upload.sm3,
    file_says: table.says,
    sealed: sealImport(ctx.keys, upload.id, {
      secret: upload.secret,
      errorSecret: newFileSecret(),
      sample: peeked.sample,
    }),
    sheets: [...table.sheets],
    sheet: peeked.sheet,
    heading_row: peeked.headingRow,
    headings: peeked.headings,
    mapping: mapHeadings(PERSON_WORDS, peeked.headings, remembered),
    notes: [...sheetNotes(table, peeked.sheet), ...peeked.notes],
    status: 'uploaded',
    started_by: ctx.actor.accountId,
    started_by_post: ctx.actor.postId,
    started_by_name: ctx.actor.name,
    started_by_role: ctx.actor.role,
    uploaded_at: ctx.now,
  });
  const subject = { kind: 'elder-import', id: upload.id };
  const after = { fileName: upload.name, bytes: upload.bytes, sm3: upload.sm3 };
  await record(ctx, { action: 'elders.upload-import', subject, areaCode: ctx.actor.areaCode, after });
  return { id: upload.id };
}

type Remembered = ReadonlyMap<string, ImportField | null>;

const readTop = ({ id, secret }: Upload, remembered: Remembered) =>
  withTable({ id, secret, code: 'imports.file' }, async table => ({
    table,
    peeked: await chooseSheet(table, { known: PERSON_WORDS, remembered }),
  }));
