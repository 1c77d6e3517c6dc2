import { z } from 'zod';
import { DISABILITY_KINDS } from '#contracts/benefits/schemes.ts';
import { PERSON } from '../../catalogue/person-facts.ts';
import { defineScheme, refuse } from '../../catalogue/scheme.ts';
import { hasDisability } from '../person-groups.ts';

const Tier = z.strictObject({
  nameZh: z.string(),
  amountFen: z.int(),
  any: z.array(
    z.strictObject({
      kinds: z.array(z.enum(DISABILITY_KINDS)),
      grades: z.array(z.int()),
      multipleOnly: z.boolean().default(false),
    }),
  ),
});

/** 重度残疾人护理补贴 of one person and month (京民福发〔2016〕434号); an elder chooses between it and the care allowance. */
export const disabledPersonsCare = defineScheme({
  key: 'disabledPersonsCare',
  folder: 'disabled-care',
  kind: 'person-month',
  facts: {
    hukouInBeijing: PERSON.hukouInBeijing,
    disabilities: PERSON.disabilities,
    multipleDisability: PERSON.multipleDisability,
    careAllowanceFen: PERSON.careAllowanceFen,
  },
  law: { tiers: z.array(Tier), careAllowance: z.literal(true) },
  decide({ facts, law }) {
    const tier = law.tiers?.find(each =>
      each.any.some(
        way => (!way.multipleOnly || facts.multipleDisability === true) && hasDisability(facts.disabilities, way),
      ),
    );
    const careAllowanceFen = facts.careAllowanceFen ?? 0;
    const refusals = [
      ...(facts.hukouInBeijing === false ? refuse('not-hukou') : []),
      ...(tier ? [] : refuse('no-tier')),
      ...(tier && law.careAllowance && careAllowanceFen > 0
        ? refuse('chose-care-allowance', { careAllowanceFen })
        : []),
    ];
    const values = { tier: tier?.nameZh ?? '' };
    return {
      refusals,
      missing: [],
      lines: [{ code: 'tier', values, amountFen: tier?.amountFen ?? null, per: 'month', payee: 'person' }],
    };
  },
});
