import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { CivilDateText, Id } from '../nouns.ts';
import { Scheme } from './schemes.ts';

/** A field of the form that is known already: shown with where it comes from, not asked again. */
export const KnownField = z.object({
  field: z.string(),
  label: z.string(),
  value: z.string(),
  source: z.string(),
  asOf: CivilDateText.nullable(),
});
export type KnownField = z.infer<typeof KnownField>;

/** A field that nobody knows: `benefits` = any of the options, `tick` = one word of agreement. */
export const AskedField = z.object({
  key: z.enum(['otherBenefits', 'confirmed']),
  kind: z.enum(['benefits', 'tick']),
  label: z.string(),
  hint: z.string().nullable(),
  options: z.array(z.object({ value: z.string(), label: z.string() })),
});
export type AskedField = z.infer<typeof AskedField>;

/** 一表通: one application form, cut down to what is not known. */
export const OneForm = z.object({
  elderId: Id,
  elderName: z.string(),
  scheme: Scheme,
  title: z.string(),
  known: z.array(KnownField),
  asked: z.array(AskedField),
  /** Not asked here, because a form cannot answer it: what to do and where. */
  later: z.array(z.string()),
  /** An application is open or granted: null where one may be made. */
  disabledBecause: z.string().nullable(),
});
export type OneForm = z.infer<typeof OneForm>;

/** What the applicant filled in, kept with the application as said. */
export const FormAnswers = z.object({
  otherBenefits: z.array(z.string()).max(31).optional(),
  /** Known fields that the applicant calls wrong; the correction itself goes its own way. */
  disputed: z.array(z.string().max(40)).max(40).default([]),
  confirmed: z.literal(true, { error: '请确认是自愿申请，情况属实' }),
});
export type FormAnswers = z.infer<typeof FormAnswers>;

export const readOneForm = endpoint({
  method: 'GET',
  path: '/api/benefits/elders/:elderId/form/:scheme',
  summary: '待遇申请表：已经知道的列出来，只问还不知道的',
  params: z.object({ elderId: Id, scheme: Scheme }),
  response: OneForm,
  errors: ['benefits.elder-not-here'],
});
