import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Site } from '#contracts/accounts.ts';
import { DomainError } from '#contracts/errors.ts';
import { record } from '#platform/audit/record.ts';
import { forgetSiteClock } from '#platform/clock/business-date.ts';
import type { Context } from '#platform/http/context.ts';
import * as db from './db/sessions.ts';

const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../../../package.json'), 'utf8')) as {
  version: string;
};

export async function readSite(ctx: Context): Promise<Site> {
  // Only who has not logged in yet chooses one; the look-up is granted to no other way.
  const demoLogins = ctx.demo && ctx.scope.way === 'public' ? await db.listDemoLogins(ctx) : [];
  return { mode: ctx.demo ? 'demo' : 'production', businessDate: ctx.today, demoData: ctx.demo, version, demoLogins };
}

/** Moves the 演示日期; a production site's date is today and nobody's to move. */
export async function moveBusinessDate(ctx: Context, businessDate: string): Promise<Site> {
  if (!ctx.demo) throw new DomainError('accounts.demo-only');
  await db.setBusinessDate(ctx, businessDate);
  forgetSiteClock();
  await record(ctx, {
    action: 'accounts.move-business-date',
    subject: { kind: 'site', id: 'clock' },
    before: { businessDate: ctx.today },
    after: { businessDate },
  });
  return readSite({ ...ctx, today: businessDate });
}
