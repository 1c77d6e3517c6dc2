import { z } from 'zod';
import { Outcome } from './benefits/catalogue.ts';
import { Confidence } from './confidence.ts';
import { endpoint } from './endpoint.ts';
import { CivilDateText, Fen, Id, Instant, MonthText, NextAction, Step } from './nouns.ts';
import { ReliefApplicationRow, ReliefCheck } from './relief.ts';
import { FactState, GRANT_CAUSES, RecognitionKind, RecognitionStatus, SUCCESSIONS } from './relief-lifecycle.ts';

const ById = z.object({ id: Id });
const Note = z.string().trim().min(4, { error: '请写明情况，至少 4 个字' }).max(300, { error: '最多 300 字' });
const Place = z.string().trim().min(2, { error: '请写在哪里公示' }).max(60, { error: '最多 60 字' });
const Votes = z.int({ error: '请填人数' }).min(0).max(200);

/** 由本人还是社区代为提出 (代办). */
export const APPLICANTS = ['self', 'community'] as const;
export const APPLICANT_LABELS = {
  self: '本人或家属提出',
  community: '社区代为提出',
} as const satisfies Record<(typeof APPLICANTS)[number], string>;

/** What the rules make of the household's means on a day; kept with the decision. */
export const Evaluation = z.object({
  on: CivilDateText,
  outcome: Outcome,
  persons: z.int(),
  incomeFen: Fen,
  /** Entries that count and are not verified: nothing is decided on them. */
  unverified: z.int(),
});
export type Evaluation = z.infer<typeof Evaluation>;

/** One limit or duty of the procedure, with how sure the product is of it. */
export const ProcedureValue = z.object({
  key: z.string(),
  label: z.string(),
  words: z.string(),
  documentNumber: z.string(),
  confidence: Confidence,
  note: z.string().nullable(),
});
export type ProcedureValue = z.infer<typeof ProcedureValue>;

const Survey = z.object({ on: CivilDateText, surveyors: z.string(), finding: z.string(), enteredBy: z.string() });
const Notice = z.object({
  appraisedOn: CivilDateText.nullable(),
  agreed: z.int().nullable(),
  against: z.int().nullable(),
  postedOn: CivilDateText,
  until: CivilDateText,
  place: z.string(),
  enteredBy: z.string(),
});
const Fact = z.object({ state: FactState, correctionId: Id.nullable() });
/** Months the household is owed one amount; paid by the district's monthly cycle to the applicant. */
export const Grant = z.object({
  id: Id,
  fromMonth: MonthText,
  /** The last month; null = until it ends. Before fromMonth: not for a month. */
  toMonth: MonthText.nullable(),
  amountFen: Fen,
  cause: z.enum(GRANT_CAUSES),
  /** By which documents and clauses. */
  why: z.string(),
  endedWhy: z.string().nullable(),
});
export type Grant = z.infer<typeof Grant>;
/** An elder of the register in the recognised household, beside the applicant. */
export const RecognisedMember = z.object({
  elderId: Id,
  name: z.string(),
  relation: z.string(),
  fact: Fact.nullable(),
});
const Other = z.object({ id: Id, number: z.string(), elderName: z.string() });
export const Recognition = ReliefApplicationRow.extend({
  kind: RecognitionKind,
  status: RecognitionStatus,
  applicant: z.enum(APPLICANTS),
  reason: z.string(),
  appliedBy: z.string(),
  /** 核对授权书 of the household: signed or not. */
  authorised: z.boolean(),
  /** To whom carries the case; null to others, and before there is one. */
  evaluation: Evaluation.nullable(),
  survey: Survey.nullable(),
  notice: Notice.nullable(),
  submission: z.object({ on: CivilDateText, by: z.string(), note: z.string() }).nullable(),
  procedure: z.array(ProcedureValue),
  /** Who decides: 大兴区民政局, or the street where the district has left it to streets. */
  deciderName: z.string(),
  decidedOn: CivilDateText.nullable(),
  decidedBy: z.string().nullable(),
  decisionNote: z.string().nullable(),
  outcome: z.string().nullable(),
  fact: Fact.nullable(),
  members: z.array(RecognisedMember),
  /** The applicant has died or left and others of the household are left. */
  succession: z
    .object({
      state: z.enum(SUCCESSIONS),
      candidates: z.array(z.object({ elderId: Id, name: z.string(), relation: z.string() })),
      by: Other.nullable(),
    })
    .nullable(),
  /** The recognition of the household that this one goes on. */
  continues: Other.nullable(),
  grants: z.array(Grant),
  reviewOn: CivilDateText.nullable(),
  /** The household's means answer to the area where the person lives: may this caller open them? */
  seesMeans: z.boolean(),
  checks: z.array(ReliefCheck),
  steps: z.array(Step),
  actions: z.array(NextAction),
  appliedAt: Instant,
});
export type Recognition = z.infer<typeof Recognition>;

const errors = ['platform.not-found', 'platform.wrong-state', 'platform.invalid-input'] as const;

export const applyForRecognition = endpoint({
  method: 'POST',
  path: '/api/relief-recognitions',
  summary: '受理低保、低收入、特困申请；人户分离的编一个号，户籍地办，居住地入户调查',
  body: z.object({
    elderId: Id,
    kind: RecognitionKind,
    applicant: z.enum(APPLICANTS, { error: '请选谁提出' }),
    reason: Note,
  }),
  response: z.object({ id: Id, number: z.string() }),
  errors: [...errors, 'elders.deceased'],
});
export const readRecognition = endpoint({
  method: 'GET',
  path: '/api/relief-recognitions/:id',
  summary: '一件低保、低收入、特困申请：核对、调查、评议公示、决定和按规则算出的金额',
  params: ById,
  response: Recognition,
  errors: ['platform.not-found'],
});
export const surveyRecognition = endpoint({
  method: 'POST',
  path: '/api/relief-recognitions/:id/survey',
  summary: '记入户调查，并按家庭经济状况核算；要先有核对授权书',
  params: ById,
  body: z.object({
    on: CivilDateText,
    surveyors: z.string().trim().min(2, { error: '请写谁去的' }).max(60, { error: '最多 60 字' }),
    finding: Note,
  }),
  response: ById,
  errors: [...errors, 'relief.no-authorisation'],
});
export const evaluateRecognition = endpoint({
  method: 'POST',
  path: '/api/relief-recognitions/:id/evaluation',
  summary: '家庭经济状况变了，按规则重新核算；每算一次都记下',
  params: ById,
  body: z.object({}),
  response: ById,
  errors,
});
export const postRecognition = endpoint({
  method: 'POST',
  path: '/api/relief-recognitions/:id/notice',
  summary: '记民主评议和公示；核算符合、各项核对过才能公示',
  params: ById,
  body: z.object({
    appraisedOn: CivilDateText.optional(),
    agreed: Votes.optional(),
    against: Votes.optional(),
    postedOn: CivilDateText,
    place: Place,
  }),
  response: ById,
  errors,
});
export const stepRecognition = endpoint({
  method: 'POST',
  path: '/api/relief-recognitions/:id/steps',
  summary: '报送、认定、不予认定、撤回、终止，或再提一次档案更正；金额按规则算，不填',
  params: ById,
  body: z.object({
    action: z.enum(['submit', 'approve', 'refuse', 'withdraw', 'end', 'record']),
    note: Note,
  }),
  response: z.object({ id: Id, status: RecognitionStatus }),
  errors: [...errors, 'relief.same-person', 'relief.means-changed', 'elders.correction'],
});

export const nameSuccessor = endpoint({
  method: 'POST',
  path: '/api/relief-recognitions/:id/successor',
  summary: '申请人去世或迁出，街道提出由家里另一人接着领：按现在的人口重新核算，由另一人决定',
  params: ById,
  body: z.object({
    elderId: Id,
    signedBy: z.string().trim().min(2, { error: '请填核对授权书谁签的' }).max(40),
    signedOn: CivilDateText,
    note: Note,
  }),
  response: z.object({ id: Id, number: z.string() }),
  errors: [...errors, 'elders.deceased'],
});
export const leaveSuccession = endpoint({
  method: 'POST',
  path: '/api/relief-recognitions/:id/no-successor',
  summary: '没有人接着领：写明原因，家里其他人的身份一起提出更正',
  params: ById,
  body: z.object({ note: Note }),
  response: ById,
  errors: [...errors, 'elders.correction'],
});
