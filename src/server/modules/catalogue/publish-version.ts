import type { z } from 'zod';
import type { ItemVersionForm, ServiceItem } from '#contracts/catalogue.ts';
import { PAYERS } from '#contracts/catalogue.ts';
import { DomainError } from '#contracts/errors.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { dayWords } from '#shared/dates.ts';
import { newId } from '#shared/ids.ts';
import * as db from './db.ts';

/** Adds a version that takes over on its first day; orders already made keep theirs. */
export async function publishVersion(
  ctx: Context,
  code: string,
  form: z.output<typeof ItemVersionForm>,
): Promise<ServiceItem> {
  if (form.validFrom < ctx.today) throw new DomainError('catalogue.starts-in-the-past');
  const former = (await db.listVersions(ctx, code))[0];
  if (former && former.valid_from >= form.validFrom) throw new DomainError('catalogue.later-version-exists');
  if (former && former.valid_to === null) await db.closeVersion(ctx, former.version_id, form.validFrom);
  const row: db.ItemRow = {
    version_id: newId(),
    item_code: code,
    version: (former?.version ?? 0) + 1,
    name: form.name,
    list: form.list,
    family: form.family,
    content: form.content,
    steps: form.steps,
    minutes: form.minutes,
    unit: form.unit,
    price_fen: form.priceFen,
    ltc_fen: form.ltcFen,
    subsidy_fen: form.subsidyFen,
    payer_order: [...PAYERS],
    staff_level: form.staffLevel,
    certificate: form.certificate,
    evidence: form.evidence,
    valid_from: form.validFrom,
    valid_to: null,
    basis: form.basis,
    made_by: ctx.actor.name,
  };
  await db.insertVersion(ctx, row);
  await record(ctx, {
    action: 'catalogue.publish-version',
    subject: { kind: 'service-item', id: row.version_id },
    note: `${form.name}第 ${row.version} 版，自${dayWords(form.validFrom)}起`,
    ...(former ? { before: { priceFen: former.price_fen } } : {}),
    after: { priceFen: form.priceFen },
  });
  return db.toItem(row, ctx.today);
}
