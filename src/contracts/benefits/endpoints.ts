import { z } from 'zod';
import { Living } from '../elders.ts';
import { endpoint } from '../endpoint.ts';
import { CivilDateText, Id, MonthText, PageQuery, page } from '../nouns.ts';
import { CheckedRules, OfferedScheme, Outcome } from './catalogue.ts';
import { Determination } from './determination.ts';
import { ApplicationStatus, BatchMode, OfferStatus } from './lifecycle.ts';
import { FormAnswers } from './one-form.ts';
import { Person } from './person.ts';
import {
  Application,
  ApplicationRow,
  Batch,
  BenefitFacts,
  DeterminationRow,
  Explanation,
  OfferRow,
  ParameterLine,
  StoredDetermination,
} from './records.ts';
import { Scheme } from './schemes.ts';

const ById = z.object({ id: Id });
export const District = z.string().regex(/^11\d{4}0{6}$/, { error: '请选区' });
const Note = z.string().trim().max(500, { error: '最多 500 字' });
const Month = z.object({ month: MonthText.optional() });

export const explainBenefits = endpoint({
  method: 'GET',
  path: '/api/benefits/elders/:elderId',
  summary: '一位老人一个月能享受什么、为什么',
  params: z.object({ elderId: Id }),
  query: Month,
  response: Explanation,
  errors: ['benefits.elder-not-here', 'benefits.month-out-of-range'],
});

export const explainMyBenefits = endpoint({
  method: 'GET',
  path: '/api/benefits/mine',
  summary: '我的待遇：能享受什么、为什么',
  query: Month,
  response: Explanation,
  errors: ['benefits.elder-not-here', 'benefits.month-out-of-range'],
});

export const saveBenefitFacts = endpoint({
  method: 'PUT',
  path: '/api/benefits/elders/:elderId/facts',
  summary: '登记核定要用的其他情况',
  params: z.object({ elderId: Id }),
  body: BenefitFacts,
  response: Explanation,
  errors: ['benefits.elder-not-here'],
});

/** Without name or number: answered and forgotten, only the fact that somebody asked is kept. */
export const askBenefits = endpoint({
  method: 'POST',
  path: '/api/benefits/ask',
  summary: '不留姓名查待遇',
  public: true,
  body: z.object({
    month: MonthText.optional(),
    bornOn: CivilDateText,
    hukouInBeijing: z.boolean({ error: '请选是否本市户口' }),
    economicClass: Person.shape.economicClass,
    familyPlanningSpecial: z.boolean().default(false),
    abilityLevel: Person.shape.abilityLevel,
    abilityAssessedOn: Person.shape.abilityAssessedOn,
    disabilities: Person.shape.disabilities,
    otherBenefits: z.array(z.string()).max(31).default([]),
    living: Living.optional(),
    district: District.optional(),
  }),
  response: z.object({
    month: MonthText,
    totalFen: z.int(),
    schemes: z.array(Determination),
    /** Services and allowances beside the three, on the first day of the month. */
    others: z.array(Outcome),
    checked: CheckedRules,
  }),
  errors: ['benefits.month-out-of-range'],
});

export const listBenefitParameters = endpoint({
  method: 'GET',
  path: '/api/benefits/parameters',
  summary: '核定用的参数、文号、条款和可信度',
  public: true,
  query: Month,
  response: z.object({ month: MonthText, rows: z.array(ParameterLine) }),
});

/** Codes that a form offers as “其他待遇”, with what each does to the three allowances. */
export const listOtherBenefits = endpoint({
  method: 'GET',
  path: '/api/benefits/other-benefits',
  summary: '其他待遇的代码表',
  public: true,
  response: z.object({
    rows: z.array(z.object({ code: z.string(), label: z.string(), effect: z.string(), schemes: z.array(Scheme) })),
  }),
});

export const listApplications = endpoint({
  method: 'GET',
  path: '/api/benefits/applications',
  savedAs: '待遇申请',
  summary: '待遇申请',
  query: PageQuery.extend({ status: ApplicationStatus.optional(), scheme: Scheme.optional(), elderId: Id.optional() }),
  response: page(ApplicationRow),
});

export const readApplication = endpoint({
  method: 'GET',
  path: '/api/benefits/applications/:id',
  summary: '一份待遇申请和今天的核定结果',
  params: ById,
  response: Application,
});

export const applyForBenefit = endpoint({
  method: 'POST',
  path: '/api/benefits/applications',
  summary: '申请待遇',
  body: z.object({ elderId: Id, scheme: Scheme, note: Note.optional(), answers: FormAnswers.optional() }),
  response: Application,
  errors: ['benefits.already-applied', 'benefits.elder-not-here'],
});

export const decideApplication = endpoint({
  method: 'POST',
  path: '/api/benefits/applications/:id/decide',
  summary: '批准、不予批准，或提请区里决定；经办和审核不能是同一人',
  params: ById,
  body: z.object({
    decision: z.enum(['grant', 'refuse', 'dispute'], { error: '请选批准、不予批准或提请区里' }),
    note: Note.optional(),
  }),
  response: Application,
  errors: ['benefits.same-person', 'benefits.not-entitled', 'benefits.needs-note'],
});

export const withdrawApplication = endpoint({
  method: 'POST',
  path: '/api/benefits/applications/:id/withdraw',
  summary: '撤回待遇申请',
  params: ById,
  body: z.object({ note: Note.optional() }),
  response: Application,
});

export const listOffers = endpoint({
  method: 'GET',
  path: '/api/benefits/offers',
  savedAs: '待遇提醒',
  summary: '符合条件还没申请的人',
  query: PageQuery.extend({ status: OfferStatus.optional(), scheme: OfferedScheme.optional() }),
  response: page(OfferRow),
});

export const answerOffer = endpoint({
  method: 'POST',
  path: '/api/benefits/offers/:id/answer',
  summary: '告知、代为申请、办好，或记下老人不申请',
  params: ById,
  body: z.object({
    answer: z.enum(['notify', 'claim', 'decline', 'arrange'], { error: '请选一种' }),
    note: Note.optional(),
  }),
  response: OfferRow,
  errors: ['benefits.needs-note', 'benefits.already-applied'],
});

export const listDeterminations = endpoint({
  method: 'GET',
  path: '/api/benefits/determinations',
  savedAs: '核定结果',
  summary: '核定结果',
  query: PageQuery.extend({ month: MonthText.optional(), scheme: Scheme.optional(), elderId: Id.optional() }),
  response: page(DeterminationRow).extend({ totalFen: z.int().nullable() }),
});

export const readDetermination = endpoint({
  method: 'GET',
  path: '/api/benefits/determinations/:id',
  summary: '一条核定结果和当时用的条款',
  params: ById,
  response: StoredDetermination,
});

export const startBatch = endpoint({
  method: 'POST',
  path: '/api/benefits/batches',
  summary: '核定本辖区一个月的待遇',
  body: z.object({ month: MonthText, mode: BatchMode.default('full') }),
  response: Batch,
  errors: ['benefits.batch-running', 'benefits.month-out-of-range'],
});

export const listBatches = endpoint({
  method: 'GET',
  path: '/api/benefits/batches',
  summary: '本辖区做过的批量核定',
  response: z.object({ rows: z.array(Batch) }),
});

export const readBatch = endpoint({
  method: 'GET',
  path: '/api/benefits/batches/:id',
  summary: '批量核定的进度',
  params: ById,
  response: Batch,
});
