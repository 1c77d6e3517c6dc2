import { z } from 'zod';
import { ofClass, Withheld } from './data-classes.ts';
import { AbilityLevel } from './elders.ts';
import { endpoint } from './endpoint.ts';
import { AreaCode, CivilDateText, Id, Instant, PageQuery, page } from './nouns.ts';

/** FamilyDoctorContract: "real" is what has contacts delivered, so every contact is a record of its own. */
export const CONTRACT_STATUSES = ['active', 'ended'] as const;
export const ContractStatus = z.enum(CONTRACT_STATUSES);
export type ContractStatus = z.infer<typeof ContractStatus>;
export const CONTRACT_STATUS_LABELS = { active: '签约中', ended: '已结束' } as const satisfies Record<
  ContractStatus,
  string
>;

export const CONTACT_WAYS = ['home', 'phone', 'clinic'] as const;
export const ContactWay = z.enum(CONTACT_WAYS, { error: '请选上门、电话还是门诊' });
export type ContactWay = z.infer<typeof ContactWay>;
export const CONTACT_WAY_LABELS = { home: '上门', phone: '电话', clinic: '门诊' } as const satisfies Record<
  ContactWay,
  string
>;

export const CONTACT_ABOUT = ['routine', 'after-alarm', 'home-care-bed'] as const;
export const ContactAbout = z.enum(CONTACT_ABOUT, { error: '请选为什么随访' });
export type ContactAbout = z.infer<typeof ContactAbout>;
export const CONTACT_ABOUT_LABELS = {
  routine: '定期随访',
  'after-alarm': '告警送医后随访',
  'home-care-bed': '家庭养老床位的医疗建议',
} as const satisfies Record<ContactAbout, string>;

export const Readings = z.object({
  systolic: z
    .int()
    .min(50, { error: '高压要在 50 到 260 之间' })
    .max(260, { error: '高压要在 50 到 260 之间' })
    .optional(),
  diastolic: z
    .int()
    .min(30, { error: '低压要在 30 到 160 之间' })
    .max(160, { error: '低压要在 30 到 160 之间' })
    .optional(),
  pulse: z
    .int()
    .min(30, { error: '脉搏要在 30 到 220 之间' })
    .max(220, { error: '脉搏要在 30 到 220 之间' })
    .optional(),
});

export const DoctorContract = z.object({
  id: Id,
  elderId: Id,
  areaCode: AreaCode,
  areaName: z.string(),
  status: ContractStatus,
  name: z.string(),
  age: z.int().nullable(),
  living: z.string().nullable(),
  place: z.string().nullable(),
  abilityLevel: ofClass('health-level', AbilityLevel.nullable()),
  /** Where the home care bed stands, in words; null when there is none. */
  bed: z.string().nullable(),
  doctorName: z.string(),
  organisationName: z.string().nullable(),
  signedOn: CivilDateText,
  nextContactOn: CivilDateText.nullable(),
  /** Negative before the day, 0 on it, positive when overdue. */
  overdueDays: z.int().nullable(),
  because: z.string().nullable(),
  lastContactOn: CivilDateText.nullable(),
  /** Why ability and bed are left out, and how to obtain them; null = nothing is. */
  withheld: z.string().nullable(),
});
export type DoctorContract = z.infer<typeof DoctorContract>;

export const DoctorContact = z.object({
  id: Id,
  elderId: Id,
  at: Instant,
  way: ContactWay,
  about: ContactAbout,
  /** Null only where it is left out. */
  findings: ofClass('medical', z.string().nullable()),
  advice: ofClass('medical', z.string().nullable()),
  measurements: ofClass('medical', Readings),
  withheld: Withheld,
  nextContactOn: CivilDateText,
  by: z.string(),
});
export type DoctorContact = z.infer<typeof DoctorContact>;

export const listDoctorContracts = endpoint({
  method: 'GET',
  path: '/api/doctor-contracts',
  savedAs: '家庭医生签约',
  summary: '我签约的老年人：今天该随访的、全部',
  query: PageQuery.extend({ view: z.enum(['due', 'all']).default('due') }),
  response: page(DoctorContract),
});

export const readElderDoctor = endpoint({
  method: 'GET',
  path: '/api/elders/:elderId/doctor',
  summary: '一位老年人的家庭医生和随访记录',
  params: z.object({ elderId: Id }),
  response: z.object({ contract: DoctorContract.nullable(), contacts: z.array(DoctorContact) }),
  errors: ['consents.family-withheld'],
});

export const listDoctors = endpoint({
  method: 'GET',
  path: '/api/elders/:elderId/doctors',
  summary: '这位老年人所在街道可以签约的家庭医生',
  params: z.object({ elderId: Id }),
  response: z.object({
    rows: z.array(z.object({ accountId: Id, name: z.string(), organisation: z.string().nullable() })),
  }),
  errors: ['platform.not-found'],
});

export const signDoctor = endpoint({
  method: 'POST',
  path: '/api/elders/:elderId/doctor',
  summary: '代老年人签约家庭医生；已有签约的改签',
  params: z.object({ elderId: Id }),
  body: z.object({ doctorId: z.uuid({ error: '请选一位家庭医生' }) }),
  response: DoctorContract,
  errors: ['platform.not-found', 'doctors.unknown-doctor'],
});

const Words = (what: string) =>
  z
    .string()
    .trim()
    .min(2, { error: `请写${what}` })
    .max(500, { error: '最多 500 字' });

export const recordDoctorContact = endpoint({
  method: 'POST',
  path: '/api/doctor-contacts',
  summary: '记一次随访：看到的、给的建议和下次随访的日子',
  body: z.object({
    elderId: Id,
    way: ContactWay,
    about: ContactAbout,
    findings: Words('看到的情况'),
    advice: Words('建议'),
    measurements: Readings.default({}),
    nextContactOn: CivilDateText.optional(),
  }),
  response: z.object({ contact: DoctorContact, contract: DoctorContract }),
  errors: ['doctors.no-contract', 'doctors.next-contact'],
});
