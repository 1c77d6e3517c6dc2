import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { CivilDateText, Id, Instant } from '../nouns.ts';

const ByElder = z.object({ elderId: Id });

/** A person's own benefit of 长期护理保险: from the insurer's decision, as dated fact. */
export const Insurance = z.object({
  id: Id,
  grade: z.string(),
  fromOn: CivilDateText,
  /** The last day; null = it stands. */
  toOn: CivilDateText.nullable(),
  evidence: z.string(),
  enteredBy: z.string(),
  enteredAt: Instant,
  endedNote: z.string().nullable(),
  endedBy: z.string().nullable(),
});
export type Insurance = z.infer<typeof Insurance>;
export const Insurances = z.object({
  rows: z.array(Insurance),
  /** One covers today. */
  standing: z.boolean(),
  /** The ability level would reach the benefit: worth asking the insurer where none is known. */
  levelReaches: z.boolean(),
});
export type Insurances = z.infer<typeof Insurances>;

export const readInsurances = endpoint({
  method: 'GET',
  path: '/api/benefits/elders/:elderId/insurances',
  summary: '一位老人的长护险待遇：从哪天到哪天、依据什么',
  params: ByElder,
  response: Insurances,
  errors: ['benefits.elder-not-here'],
});
export const enterInsurance = endpoint({
  method: 'POST',
  path: '/api/benefits/elders/:elderId/insurances',
  summary: '登记长护险待遇，写明依据；服务结算先由长护险付，再补贴，不重复付',
  params: ByElder,
  body: z.object({
    grade: z.string().trim().min(2, { error: '请填决定书上的失能等级' }).max(30, { error: '最多 30 字' }),
    fromOn: CivilDateText,
    toOn: CivilDateText.optional(),
    evidence: z
      .string()
      .trim()
      .min(4, { error: '请写依据，如“待遇决定书及编号”，至少 4 个字' })
      .max(100, { error: '最多 100 字' }),
  }),
  response: Insurances,
  errors: ['benefits.elder-not-here', 'platform.wrong-state', 'platform.invalid-input'],
});
export const endInsurance = endpoint({
  method: 'POST',
  path: '/api/benefits/elders/:elderId/insurances/:id/end',
  summary: '长护险待遇到哪天为止，写明原因；以后的服务不再由长护险付',
  params: ByElder.extend({ id: Id }),
  body: z.object({
    lastOn: CivilDateText,
    note: z.string().trim().min(4, { error: '请写原因，至少 4 个字' }).max(200, { error: '最多 200 字' }),
  }),
  response: Insurances,
  errors: ['platform.not-found', 'platform.wrong-state', 'platform.invalid-input'],
});
