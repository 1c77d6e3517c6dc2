import { z } from 'zod';
import { date, flag } from '../../catalogue/fields.ts';
import { PERSON } from '../../catalogue/person-facts.ts';
import { defineScheme, refuse } from '../../catalogue/scheme.ts';

/** 丧葬补贴 for one death: paid once, to residents without another funeral benefit. */
export const funeral = defineScheme({
  key: 'funeral',
  folder: 'funeral',
  kind: 'event',
  facts: {
    diedOn: date('去世日期'),
    hukouInBeijing: PERSON.hukouInBeijing,
    otherFuneralBenefit: flag('有其他丧葬待遇（单位、社保等）'),
    paidBefore: flag('已经领过丧葬补贴'),
  },
  law: { amountFen: z.int(), noOther: z.literal(true) },
  decide({ facts, law }) {
    const { diedOn } = facts;
    if (law.amountFen === null) return { refusals: refuse('no-law'), missing: [], lines: [] };
    const refusals = [
      ...(diedOn ? [] : refuse('not-dead')),
      ...(facts.hukouInBeijing === false ? refuse('not-resident') : []),
      ...(law.noOther && facts.otherFuneralBenefit ? refuse('other-benefit') : []),
      ...(law.noOther && facts.paidBefore ? refuse('paid-before') : []),
    ];
    // Nobody may be paid on silence: whether another benefit exists must have been asked.
    const missing = facts.otherFuneralBenefit == null ? (['otherFuneralBenefit'] as const) : [];
    const values = { diedOn: diedOn ?? '' };
    return {
      refusals,
      missing,
      lines: [{ code: 'paid', values, amountFen: law.amountFen, per: 'once', payee: 'person' }],
    };
  },
});
