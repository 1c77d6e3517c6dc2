import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { Id } from '../nouns.ts';
import { ElderImport } from './imports.ts';

export const decideImportChanges = endpoint({
  method: 'POST',
  path: '/api/elder-imports/:id/changes',
  summary: '核对一份表带来的更正：全部更正，或写明理由都不更正；别人改过的同一项留着逐件核对',
  params: z.object({ id: Id }),
  body: z
    .object({ approve: z.boolean(), note: z.string().trim().max(300, { error: '说明最多 300 字' }).optional() })
    .refine(body => body.approve || (body.note ?? '').length >= 4, {
      error: '请写明为什么不更正，至少 4 个字，导入的人看得到',
      path: ['note'],
    }),
  response: ElderImport,
  errors: ['platform.not-found', 'platform.wrong-state', 'elders.same-person'],
});
