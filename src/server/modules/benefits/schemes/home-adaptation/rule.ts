import { z } from 'zod';
import { date, fen } from '../../catalogue/fields.ts';
import { defineScheme, refuse, unknown } from '../../catalogue/scheme.ts';
import { share } from '../household-means.ts';

/** 居家适老化改造 of one household and order: a share of the cost up to what is left of the household's cap. */
export const homeAdaptation = defineScheme({
  key: 'homeAdaptation',
  folder: 'home-adaptation',
  kind: 'event',
  facts: {
    costFen: fen('改造费用'),
    assessedOn: date('评估日期'),
    acceptedOn: date('验收合格日期'),
    beforeFen: fen('这一户已补过的'),
  },
  law: { sharePercent: z.int(), capFen: z.int(), procedure: z.literal(true) },
  decide({ facts, law, on }) {
    const missing = unknown(facts, ['costFen']);
    const [sharePercent, capFen] = [law.sharePercent ?? 0, law.capFen ?? 0];
    const costFen = facts.costFen ?? 0;
    const beforeFen = facts.beforeFen ?? 0;
    const left = Math.max(0, capFen - beforeFen);
    const notYet = (day: string | null | undefined) => !day || day > on;
    const refusals = [
      ...(law.procedure && notYet(facts.assessedOn) ? refuse('not-assessed') : []),
      ...(law.procedure && notYet(facts.acceptedOn) ? refuse('not-accepted') : []),
      ...(left === 0 ? refuse('cap-used', { beforeFen, capFen }) : []),
    ];
    const amountFen = Math.min(left, share(costFen, sharePercent));
    const values = { costFen, sharePercent, capFen, beforeFen, ownFen: costFen - amountFen };
    return { refusals, missing, lines: [{ code: 'paid', values, amountFen, per: 'once', payee: 'person' }] };
  },
});
