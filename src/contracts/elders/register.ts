import { z } from 'zod';
import {
  Disability,
  EconomicClass,
  ELDER_SOURCES,
  ElderStatus,
  Living,
  MARITAL_STATUSES,
  ServiceMode,
} from '../elders.ts';
import { endpoint } from '../endpoint.ts';
import { AreaCode, CivilDateText, Id, Sex } from '../nouns.ts';

const text = (most: number, say: string) => z.string().trim().max(most, { error: say });
export const PersonName = z
  .string()
  .trim()
  .min(2, { error: '请填姓名，至少两个字' })
  .max(30, { error: '姓名太长，请核对' })
  .regex(/^[\p{Script=Han}·•A-Za-z\s]+$/u, { error: '姓名请用汉字，少数民族姓名的间隔号用“·”' });
/** Checked against its digits on the server, where the business date is known. */
export const IdentityNumberText = z
  .string()
  .trim()
  .min(1, { error: '请填公民身份号码' })
  .max(30, { error: '号码太长，请核对' });
const empty = (value: unknown) => (value === '' ? null : value);
export const MobileText = z.preprocess(
  empty,
  z
    .string()
    .trim()
    .regex(/^(\+?86)?[\s-]?1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}$/, { error: '手机号应为 11 位，1 开头' })
    .nullable(),
);
const Phone = z
  .string()
  .trim()
  .regex(/^(\+?86)?[\s-]?(1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}|0\d{2,3}-?\d{7,8}|\d{7,8})$/, {
    error: '电话请填 11 位手机号，或带区号的座机',
  });

/** Fields without defaults: a change names only what it changes, and a default would overwrite the rest. */
const CONTACT_FIELDS = {
  name: PersonName,
  relation: z.string().trim().min(1, { error: '请填与老人的关系' }).max(20, { error: '关系请写得短一些' }),
  phone: Phone,
  isEmergency: z.boolean(),
  livesTogether: z.boolean(),
};
export const ContactForm = z.object({
  ...CONTACT_FIELDS,
  isEmergency: CONTACT_FIELDS.isEmergency.default(false),
  livesTogether: CONTACT_FIELDS.livesTogether.default(false),
});
export const ContactChange = z.object(CONTACT_FIELDS).partial();

export const PERSON_FIELDS = {
  name: PersonName,
  identityNumber: IdentityNumberText,
  /** Left out: taken from the identity number. Given: must agree with it. */
  sex: Sex.nullish(),
  bornOn: CivilDateText.nullish(),
  nation: text(20, '民族名称太长').nullish(),
  maritalStatus: z.enum(MARITAL_STATUSES, { error: '请选婚姻状况' }).nullish(),
  phone: MobileText.optional(),
  hukouAreaCode: AreaCode.nullish(),
  road: text(60, '道路名称太长').nullish(),
  compound: text(60, '小区名称太长').nullish(),
  door: text(60, '门牌太长').nullish(),
  living: Living,
  leftBehind: z.boolean(),
  economicClass: EconomicClass,
  familyPlanningSpecial: z.boolean(),
  militaryFamily: z.boolean(),
  dementia: z.boolean(),
  disabilities: z.array(Disability).max(6, { error: '残疾类别最多六类' }),
  diseases: z.array(text(40, '病名太长')).max(20, { error: '最多填 20 种病' }),
  wishForVisits: z.boolean(),
  serviceMode: ServiceMode,
  note: text(500, '备注最多 500 字').nullish(),
};

export const PersonForm = z.object({
  ...PERSON_FIELDS,
  areaCode: AreaCode,
  leftBehind: PERSON_FIELDS.leftBehind.default(false),
  economicClass: PERSON_FIELDS.economicClass.default('none'),
  familyPlanningSpecial: PERSON_FIELDS.familyPlanningSpecial.default(false),
  militaryFamily: PERSON_FIELDS.militaryFamily.default(false),
  dementia: PERSON_FIELDS.dementia.default(false),
  disabilities: PERSON_FIELDS.disabilities.default([]),
  diseases: PERSON_FIELDS.diseases.default([]),
  wishForVisits: PERSON_FIELDS.wishForVisits.default(true),
  serviceMode: PERSON_FIELDS.serviceMode.default('home'),
});
export type PersonForm = z.output<typeof PersonForm>;

/** Every field of the form may be changed but the area: moving is an event of its own. */
export const ElderChange = z
  .object(PERSON_FIELDS)
  .partial()
  .refine(change => Object.keys(change).length > 0, { error: '没有要改的内容' });

/** A decision "not the same person", remembered for good. */
const NotDuplicate = z.object({
  elderId: Id,
  reason: z.string().trim().min(4, { error: '请写明为什么不是同一人，至少 4 个字' }).max(200, { error: '理由太长' }),
});

export const RegisterForm = PersonForm.extend({
  source: z.enum(ELDER_SOURCES).default('desk'),
  contacts: z.array(ContactForm).max(10, { error: '联系人最多 10 位' }).default([]),
  notDuplicateOf: z.array(NotDuplicate).max(50).default([]),
});

/** Side by side with what is being typed: enough to decide, numbers only by their tails. */
export const DuplicateCandidate = z.object({
  elderId: Id,
  name: z.string(),
  sex: Sex,
  bornOn: CivilDateText,
  areaName: z.string(),
  road: z.string().nullable(),
  compound: z.string().nullable(),
  identityMasked: z.string(),
  phoneMasked: z.string().nullable(),
  status: ElderStatus,
  reasons: z.array(z.string()),
  /** 100 = the same identity number; others by how much agrees. */
  score: z.int(),
});
export type DuplicateCandidate = z.infer<typeof DuplicateCandidate>;

export const DuplicateAnswer = z.object({
  /** The identity number is already registered: in this area (with the record) or elsewhere (only the district). */
  identityTaken: z.object({ elderId: Id.nullable(), districtName: z.string(), doNext: z.string() }).nullable(),
  candidates: z.array(DuplicateCandidate),
  /** Alike outside the caller's area: the district and what agrees, nothing of the record. */
  elsewhere: z.array(z.object({ districtName: z.string(), reasons: z.array(z.string()) })),
  /** What the identity number says, for filling the form in. */
  derived: z.object({ sex: Sex, bornOn: CivilDateText, age: z.int() }).nullable(),
  identityFault: z.string().nullable(),
});
export type DuplicateAnswer = z.infer<typeof DuplicateAnswer>;

/** POST although it only reads: an identity number must not stand in a URL, and the city-wide look-up is audited. */
export const checkDuplicates = endpoint({
  method: 'POST',
  path: '/api/elders/duplicate-checks',
  summary: '登记前查重：全市查；本辖区的给档案，别处的只说在哪个区',
  body: z.object({
    name: z.string().trim().max(30).optional(),
    identityNumber: z.string().trim().max(30).optional(),
    bornOn: CivilDateText.optional(),
    phone: z.string().trim().max(20).optional(),
    compound: z.string().trim().max(60).optional(),
  }),
  response: DuplicateAnswer,
});

export const registerElder = endpoint({
  method: 'POST',
  path: '/api/elders',
  summary: '登记一位老年人',
  body: RegisterForm,
  response: z.object({ elderId: Id, version: z.int() }),
  errors: [
    'platform.invalid-input',
    'elders.identity-taken',
    'elders.identity-mismatch',
    'elders.probable-duplicate',
    'elders.outside-area',
  ],
});
