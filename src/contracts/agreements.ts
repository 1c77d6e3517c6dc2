import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { lifecycle } from './lifecycle.ts';
import { AreaCode, CivilDateText, Id, NextAction, PageQuery, page, Step } from './nouns.ts';
import { AssignmentStatus } from './tasks.ts';

export const AGREEMENT_SUBJECTS = [
  'cooperation',
  'elder-care',
  'means-check',
  'sea-burial',
  'children',
  'social-work',
  'marriage',
  'social-organisations',
  'other',
] as const;
export const AgreementSubject = z.enum(AGREEMENT_SUBJECTS, { error: '请选协议的主题' });
export type AgreementSubject = z.infer<typeof AgreementSubject>;
export const AGREEMENT_SUBJECT_LABELS = {
  cooperation: '民政协同总协议',
  'elder-care': '区域养老服务',
  'means-check': '社会救助核对',
  'sea-burial': '骨灰撒海',
  children: '未成年人保护',
  'social-work': '社会工作',
  marriage: '婚姻登记',
  'social-organisations': '社会组织',
  other: '其他',
} as const satisfies Record<AgreementSubject, string>;

export const AGREEMENT_STATUSES = ['in-force', 'ended'] as const;
export const AgreementStatus = z.enum(AGREEMENT_STATUSES);
export type AgreementStatus = z.infer<typeof AgreementStatus>;
export const AGREEMENT_STATUS_LABELS = {
  'in-force': '有效',
  ended: '已终止',
} as const satisfies Record<AgreementStatus, string>;

const OFFICES = ['city', 'district'] as const;

/** An agreement whose term has run out stays in force until somebody renews or ends it; the screen says so. */
export const agreementLifecycle = lifecycle({
  noun: 'agreement',
  label: '这份协议',
  initial: 'in-force',
  statuses: AGREEMENT_STATUSES,
  labels: AGREEMENT_STATUS_LABELS,
  transitions: [
    { from: [], to: 'in-force', action: 'register', label: '登记', by: OFFICES },
    {
      ...{ from: ['in-force'], to: 'in-force', action: 'renew', label: '续签', by: OFFICES },
      needs: [{ field: 'endsOn', label: '续到哪天' }],
    },
    {
      ...{ from: ['in-force'], to: 'ended', action: 'end', label: '终止', by: OFFICES },
      ...{ needs: [{ field: 'note', label: '原因' }], side: true },
    },
  ],
});

/** Days before its end from which somebody owes a renewal or an end: ours, no document says (designDefault). */
export const EXPIRY_NOTICE_DAYS = 60;

const ById = z.object({ id: Id });
const Words = (least: number, most: number, error: string) =>
  z
    .string({ error })
    .trim()
    .min(least, { error })
    .max(most, { error: `最多${most}字` });

export const Party = z.object({
  name: Words(2, 60, '请填签约单位'),
  region: Words(2, 30, '请填是哪个省（区、市）的'),
});
const AgreementTask = z.object({
  id: Id,
  /** The unit's part, as it stands in the task register. */
  assignmentId: Id,
  title: z.string(),
  unitName: z.string(),
  dueOn: CivilDateText.nullable(),
  dueWords: z.string().nullable(),
  status: AssignmentStatus,
  progress: z.string().nullable(),
});
export type AgreementTask = z.infer<typeof AgreementTask>;

const Agreement = z.object({
  id: Id,
  areaCode: AreaCode,
  areaName: z.string(),
  title: z.string(),
  subject: AgreementSubject,
  parties: z.array(Party),
  signedOn: CivilDateText,
  endsOn: CivilDateText.nullable(),
  meeting: z.string().nullable(),
  meetingNumber: z.int().nullable(),
  status: AgreementStatus,
  /** none = without term or ended; soon = within EXPIRY_NOTICE_DAYS; over = the last day has passed. */
  expiry: z.enum(['none', 'later', 'soon', 'over']),
  tasks: z.array(AgreementTask),
});
export type Agreement = z.infer<typeof Agreement>;

const AgreementRecord = Agreement.extend({
  summary: z.string().nullable(),
  endedOn: CivilDateText.nullable(),
  note: z.string().nullable(),
  registeredBy: z.string(),
  files: z.array(z.object({ id: Id, name: z.string() })),
  steps: z.array(Step),
  nextActions: z.array(NextAction),
});
export type AgreementRecord = z.infer<typeof AgreementRecord>;

export const listAgreements = endpoint({
  method: 'GET',
  path: '/api/agreements',
  savedAs: '合作协议',
  summary: '合作协议：按主题查，每份带任务和进展',
  query: PageQuery.extend({ subject: AgreementSubject.optional(), status: AgreementStatus.optional() }),
  response: page(Agreement),
});

export const readAgreement = endpoint({
  method: 'GET',
  path: '/api/agreements/:id',
  summary: '一份合作协议：谁和谁签的、到哪天、有哪些任务',
  params: ById,
  response: AgreementRecord,
  errors: ['platform.not-found'],
});

const NewTask = z.object({
  title: Words(4, 200, '请写清任务，至少4个字'),
  unitName: Words(2, 40, '请填本市负责的单位'),
  dueOn: CivilDateText.nullable().default(null),
});

export const registerAgreement = endpoint({
  method: 'POST',
  path: '/api/agreements',
  summary: '登记一份合作协议和它的任务',
  body: z.object({
    title: Words(4, 100, '请填协议名称'),
    subject: AgreementSubject,
    parties: z.array(Party).min(2, { error: '至少写两家签约单位' }).max(12, { error: '最多12家' }),
    signedOn: CivilDateText,
    endsOn: CivilDateText.nullable().default(null),
    meeting: z.string().trim().max(60).optional(),
    meetingNumber: z.int().min(1).max(999).optional(),
    summary: z.string().trim().max(2000, { error: '最多2000字' }).optional(),
    tasks: z.array(NewTask).max(30, { error: '最多30项' }).default([]),
  }),
  response: AgreementRecord,
  errors: ['platform.invalid-input'],
});

export const addAgreementTask = endpoint({
  method: 'POST',
  path: '/api/agreements/:id/tasks',
  summary: '给协议加一项任务，进责任单位的任务清单',
  params: ById,
  body: NewTask,
  response: AgreementRecord,
  errors: ['platform.not-found', 'platform.wrong-state', 'platform.invalid-input'],
});

export const stepAgreement = endpoint({
  method: 'POST',
  path: '/api/agreements/:id/steps',
  summary: '续签或终止',
  params: ById,
  body: z.object({
    action: z.enum(['renew', 'end']),
    endsOn: CivilDateText.optional(),
    note: z.string().trim().max(500, { error: '最多500字' }).optional(),
  }),
  response: AgreementRecord,
  errors: ['platform.not-found', 'platform.wrong-state', 'platform.invalid-input'],
});

export const addAgreementFile = endpoint({
  method: 'POST',
  path: '/api/agreements/:id/files',
  summary: '交协议的扫描件',
  params: ById,
  raw: 'request',
  response: ById,
  errors: ['platform.not-found', 'platform.wrong-state', 'platform.file-type', 'platform.too-large'],
});

export const readAgreementFile = endpoint({
  method: 'GET',
  path: '/api/agreements/:id/files/:fileId',
  summary: '协议的扫描件',
  params: z.object({ id: Id, fileId: Id }),
  raw: 'response',
  response: z.unknown(),
  errors: ['platform.not-found'],
});
