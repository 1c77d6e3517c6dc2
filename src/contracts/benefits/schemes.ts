import { z } from 'zod';

/** The three allowances of 京民养老发〔2019〕160号, in the order results are given. */
export const SCHEMES = ['hardship', 'care', 'advancedAge'] as const;
export const Scheme = z.enum(SCHEMES);
export type Scheme = z.infer<typeof Scheme>;
export const SCHEME_LABELS = {
  hardship: '困难老年人养老服务补贴',
  care: '失能老年人护理补贴',
  advancedAge: '高龄老年人津贴',
} as const satisfies Record<Scheme, string>;

export const ECONOMIC_CLASSES = ['none', '低保', '低收入', '特困'] as const;
export const EconomicClass = z.enum(ECONOMIC_CLASSES);
export type EconomicClass = z.infer<typeof EconomicClass>;

/** Kinds of 残疾人证, in the order of GB/T 26341. */
export const DISABILITY_KINDS = ['视力', '听力', '言语', '肢体', '智力', '精神'] as const;
export const DisabilityKind = z.enum(DISABILITY_KINDS);
export type DisabilityKind = z.infer<typeof DisabilityKind>;

/** How another benefit bears on an allowance (160号三). */
export const BENEFIT_EFFECTS = ['excludes', 'elder-chooses', 'higher', 'qualifies', 'coordinates'] as const;
export const BenefitEffect = z.enum(BENEFIT_EFFECTS);
export type BenefitEffect = z.infer<typeof BenefitEffect>;
export const BENEFIT_EFFECT_LABELS = {
  excludes: '不得同时享受',
  'elder-chooses': '由老年人自主选择其一',
  higher: '择高申领其一',
  qualifies: '视同符合条件',
  coordinates: '统筹衔接，不影响本次金额',
} as const satisfies Record<BenefitEffect, string>;
