import { z } from 'zod';
import { ABILITY_LEVELS } from '../assessments/scales.ts';
import { CivilDateText } from '../nouns.ts';
import { DisabilityKind, EconomicClass } from './schemes.ts';

const OptionalDate = CivilDateText.nullish();
const ByScheme = z.strictObject({ hardship: OptionalDate, care: OptionalDate, advancedAge: OptionalDate }).nullish();

/**
 * What a determination needs to know of one person. Absent means 没有. `otherBenefits` holds codes (or Chinese names)
 * of docs/how-to/benefit-codes.md; 择高 items may carry their monthly amount in fen.
 */
export const Person = z.object({
  id: z.string().min(1),
  bornOn: CivilDateText,
  hukouInBeijing: z.boolean(),
  hukouDistrict: z.string().nullish(),
  /** District of 户籍 before `hukouTransferredOn`; it pays up to and including the month of the transfer. */
  previousHukouDistrict: z.string().nullish(),
  hukouTransferredOn: OptionalDate,
  residenceDistrict: z.string().nullish(),
  economicClass: EconomicClass.nullish(),
  familyPlanningSpecial: z.boolean().nullish(),
  abilityLevel: z.literal(ABILITY_LEVELS).nullish(),
  abilityAssessedOn: OptionalDate,
  disabilities: z.array(z.object({ kind: DisabilityKind, grade: z.literal([1, 2, 3, 4]) })).nullish(),
  multipleDisability: z.boolean().nullish(),
  otherBenefits: z
    .array(
      z.union([z.string(), z.object({ code: z.string(), amountFen: z.int().min(0).max(2_000_000_000).nullish() })]),
    )
    .nullish(),
  appliedOn: ByScheme,
  conditionsMetOn: ByScheme,
  conditionsLostOn: ByScheme,
  reviewFailedOn: ByScheme,
  diedOn: OptionalDate,
  declaredMissingOn: OptionalDate,
  hukouLeftOn: OptionalDate,
  imprisonedOn: OptionalDate,
  releasedOn: OptionalDate,
});
export type Person = z.input<typeof Person>;
