import { z } from 'zod';
import { Confidence } from './confidence.ts';
import { endpoint } from './endpoint.ts';
import { CivilDateText, Id, Instant } from './nouns.ts';

export const CONSENT_PURPOSES = [
  ...(['health-doctor', 'location-alarm', 'photo-service', 'family-view', 'family-money', 'family-health'] as const),
  ...(['official-health', 'official-medical', 'organisation-health', 'organisation-medical'] as const),
  ...(['cross-area', 'publication'] as const),
] as const;
export const ConsentPurpose = z.enum(CONSENT_PURPOSES, { error: '请选哪一件事' });
export type ConsentPurpose = z.infer<typeof ConsentPurpose>;

export const CONSENT_DECISIONS = ['given', 'refused'] as const;
export const ConsentDecision = z.enum(CONSENT_DECISIONS, { error: '请选同意还是不同意' });
export type ConsentDecision = z.infer<typeof ConsentDecision>;
export const CONSENT_DECISION_LABELS = { given: '同意', refused: '不同意' } as const satisfies Record<
  ConsentDecision,
  string
>;

export const CONSENT_BY_KINDS = ['self', 'family', 'staff'] as const;
export const CONSENT_BY_LABELS = { self: '本人', family: '家属代办', staff: '工作人员代办' } as const satisfies Record<
  (typeof CONSENT_BY_KINDS)[number],
  string
>;

/** One purpose for one person: what was said, what holds today and why. */
export const Consent = z.object({
  purpose: ConsentPurpose,
  name: z.string(),
  /** What the person is asked, in the wording of today. */
  text: z.string(),
  textVersion: z.string(),
  /** Where the product asks before it shows; empty = nothing yet. */
  usedFor: z.string(),
  allowed: z.boolean(),
  because: z.string(),
  /** Null where a decision of the person holds; else where the default comes from. */
  basis: z.object({ source: z.string(), confidence: Confidence }).nullable(),
  /** Newest first. */
  history: z.array(
    z.object({
      decision: ConsentDecision,
      textVersion: z.string(),
      validFrom: CivilDateText,
      validTo: CivilDateText.nullable(),
      byKind: z.enum(CONSENT_BY_KINDS),
      by: z.string(),
      evidence: z.string().nullable(),
      at: Instant,
    }),
  ),
  /** Why the caller may not decide here; null where the caller may. */
  disabledBecause: z.string().nullable(),
});
export type Consent = z.infer<typeof Consent>;

const Of = z.object({ elderId: Id });

export const listConsents = endpoint({
  method: 'GET',
  path: '/api/elders/:elderId/consents',
  summary: '一位老人的同意：每件事同意没有、依据是什么、什么时候说的',
  params: Of,
  response: z.object({ rows: z.array(Consent) }),
  errors: ['platform.not-found'],
});

export const decideConsent = endpoint({
  method: 'POST',
  path: '/api/elders/:elderId/consents',
  summary: '记一次同意或不同意：本人、家属说的，或工作人员凭依据记下',
  params: Of,
  body: z.object({
    purpose: ConsentPurpose,
    decision: ConsentDecision,
    textVersion: z.string().min(1),
    validTo: CivilDateText.optional(),
    evidence: z.string().trim().max(200, { error: '依据最多 200 字' }).optional(),
  }),
  response: z.object({ id: Id }),
  errors: ['platform.not-found', 'platform.invalid-input', 'consents.state'],
});
