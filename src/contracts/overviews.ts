import { z } from 'zod';
import { Confidence } from './confidence.ts';
import { type Content, DataClass, ofClass, Withheld } from './data-classes.ts';
import { endpoint } from './endpoint.ts';
import { CivilDateText, Id, PageQuery, page } from './nouns.ts';

/** One thing known of a person: what, since or of which day, where it comes from and where it is kept. */
export const OverviewItem = z.object({
  label: z.string(),
  value: z.string(),
  source: z.string(),
  asOf: CivilDateText.nullable(),
  /** How sure, in words; null where the record says nothing of it. */
  confidence: z.string().nullable(),
  /** Screen of the record; null where the reader has none. */
  path: z.string().nullable(),
});
export type OverviewItem = z.infer<typeof OverviewItem>;
const Items = z.array(OverviewItem);

const sectionOf = <P extends Record<string, z.ZodType>>(parts: P) =>
  z.object({
    dataClass: DataClass,
    holds: z.string(),
    from: z.string(),
    /** By what the reader sees it, and who else does, from classes.yaml. */
    mine: z.string(),
    who: z.array(z.object({ says: z.string(), source: z.string(), confidence: Confidence })),
    withheld: Withheld,
    ...parts,
  });
const of = (content: Content) => ofClass(content, Items);

/** 四类数据 of one person, put together from the records of all modules when it is asked for; no second copy. */
export const Overview = z.object({
  elderId: Id,
  name: z.string(),
  age: z.int().nullable(),
  areaName: z.string().nullable(),
  health: sectionOf({ level: of('health-level'), items: of('health') }),
  medical: sectionOf({ items: of('medical'), costs: of('medical-cost') }),
  service: sectionOf({ items: Items }),
  facility: sectionOf({ items: Items }),
});
export type Overview = z.infer<typeof Overview>;
export type OverviewSection = Overview['service'];

export const readOverview = endpoint({
  method: 'GET',
  path: '/api/elders/:elderId/overview',
  summary: '一位老人的四类数据：健康、医疗、服务、养老设施',
  params: z.object({ elderId: Id }),
  response: Overview,
  errors: ['platform.not-found'],
});

export const SERVED_KINDS = ['stay', 'agreement', 'bed', 'order'] as const;
export const ServedKind = z.enum(SERVED_KINDS, { error: '请选哪一种服务' });
export type ServedKind = z.infer<typeof ServedKind>;
export const SERVED_KIND_LABELS = {
  stay: '入住',
  agreement: '签约',
  bed: '家庭养老床位',
  order: '在办的服务单',
} as const satisfies Record<ServedKind, string>;

export const ServedPerson = z.object({
  elderId: Id,
  name: z.string(),
  age: z.int().nullable(),
  since: CivilDateText,
  services: z.array(z.object({ kind: ServedKind, what: z.string(), since: CivilDateText })),
  /** Whether the person has said yes to the organisation for each class that is asked for. */
  healthOpen: z.boolean(),
  medicalOpen: z.boolean(),
});
export type ServedPerson = z.infer<typeof ServedPerson>;

export const listServed = endpoint({
  method: 'GET',
  path: '/api/served-people',
  savedAs: '我们服务的老人',
  summary: '我们服务的老人：住在这里、签了约、有床位、有在办服务单的',
  query: PageQuery.extend({ kind: ServedKind.optional(), name: z.string().trim().max(20).optional() }),
  response: page(ServedPerson),
});

export const readServed = endpoint({
  method: 'GET',
  path: '/api/served-people/:elderId',
  summary: '我们服务的一位老人的四类数据：只在服务期间，健康和医疗要老人同意',
  params: z.object({ elderId: Id }),
  response: Overview,
  errors: ['platform.not-found'],
});
