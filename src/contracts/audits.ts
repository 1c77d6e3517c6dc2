import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { AreaCode, CivilDateText, Id, Instant, PageQuery, page } from './nouns.ts';
import { Role } from './roles.ts';

export const AUDIT_KINDS = ['read', 'write', 'refused', 'session'] as const;
export const AuditKind = z.enum(AUDIT_KINDS);
export type AuditKind = z.infer<typeof AuditKind>;
export const AUDIT_KIND_LABELS = {
  read: '查看',
  write: '办理',
  refused: '被拒绝',
  session: '登录和退出',
} as const satisfies Record<AuditKind, string>;

/** One line of 谁看过、谁办过. Who acted is named; of the elder only the number of the record, never what it says. */
export const AuditEntry = z.object({
  id: Id,
  at: Instant,
  kind: AuditKind,
  action: z.string(),
  /** The action in words, as the endpoint says it; the code itself where no endpoint has it. */
  actionLabel: z.string(),
  actorName: z.string().nullable(),
  role: Role.nullable(),
  subjectKind: z.string().nullable(),
  subjectId: z.string().nullable(),
  elderId: Id.nullable(),
  areaCode: AreaCode.nullable(),
  areaName: z.string().nullable(),
  note: z.string().nullable(),
  /** Names of the fields a write changed; the values stay in the record. */
  changed: z.array(z.string()),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

export const listAudit = endpoint({
  method: 'GET',
  path: '/api/audit',
  savedAs: '谁看过谁办过',
  summary: '谁看过、谁办过：查看和办理的记录',
  query: PageQuery.extend({
    kind: AuditKind.optional(),
    role: Role.optional(),
    elderId: Id.optional(),
    subjectId: z.string().max(64).optional(),
    area: AreaCode.optional(),
    /** Exact name of who acted. */
    actor: z.string().trim().max(40, { error: '姓名太长，请核对' }).optional(),
    from: CivilDateText.optional(),
    to: CivilDateText.optional(),
  }),
  response: page(AuditEntry),
});
