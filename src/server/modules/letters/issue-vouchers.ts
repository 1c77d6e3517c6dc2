import { z } from 'zod';
import { Id } from '#contracts/nouns.ts';
import { listIssued } from '#modules/vouchers/index.ts';
import type { Context } from '#platform/http/context.ts';
import { enqueue, type JobTools } from '#platform/outbox/publish.ts';
import { listVersions } from './db.ts';
import { issueLetter } from './issue-letter.ts';

/** What `voucher.issued` leaves behind. */
export const VouchersJob = { name: 'letters.vouchers', payload: z.object({ issueId: Id }) } as const;
const CITY = '110000000000';
const AT_ONCE = 200;

/** Reaction to voucher.issued: a list may name thousands; their papers are written in the background. */
export const leaveVouchers = (ctx: Context, { issueId }: { issueId: string }): Promise<void> =>
  enqueue(ctx, VouchersJob, { issueId });

/** One paper a person and voucher, some hundred a transaction; taken up again it goes on with who has none. */
export async function issueVouchers(tools: JobTools, { issueId }: { issueId: string }): Promise<void> {
  for (let after: string | null = null; ; ) {
    const from: string | null = after;
    const last: string | undefined = await tools.inArea(CITY, '发出服务券：告知老人', async ctx => {
      const page = await listIssued(ctx, { issueId, after: from, limit: AT_ONCE });
      for (const { voucher_id: id, elder_id: elderId, area_code: areaCode } of page) {
        const known = await listVersions(ctx, { elderId, subjectId: id, kind: 'found' });
        if (known.length > 0) continue;
        await issueLetter(ctx, { kind: 'found', elderId, areaCode, subject: { kind: 'voucher', id } });
      }
      return page.length < AT_ONCE ? undefined : page.at(-1)?.elder_id;
    });
    if (last === undefined) return;
    after = last;
  }
}

type Told = { elderId: string; areaCode: string; voucherId: string; what: 'expiring' | 'ended' };

/** Reaction to voucher.told: about to run out (the paper once more, with what is left), or stopped. */
export async function tellOfVoucher(ctx: Context, { voucherId: id, what, elderId, areaCode }: Told): Promise<void> {
  const subject = { kind: 'voucher', id };
  if (what === 'ended') await issueLetter(ctx, { kind: 'stop', elderId, areaCode, subject });
  else await issueLetter(ctx, { kind: 'found', elderId, areaCode, subject }, '快到期，还没有用完');
}
