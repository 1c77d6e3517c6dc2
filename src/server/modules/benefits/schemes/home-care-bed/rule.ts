import { z } from 'zod';
import { fen } from '../../catalogue/fields.ts';
import { PERSON } from '../../catalogue/person-facts.ts';
import { defineScheme, type Line, refuse, unknown } from '../../catalogue/scheme.ts';
import { share } from '../household-means.ts';
import { GROUP_FACTS, Group, type GroupFacts, Groups, groupNames, groupOf } from '../person-groups.ts';

const Amounts = z.array(Group.extend({ amountFen: z.int() }));
type Amounts = z.infer<typeof Amounts>;

const amountOf = (amounts: Amounts | null, facts: GroupFacts, on: string) =>
  groupOf(amounts ?? [], facts, on) as Amounts[number] | undefined;

/** 家庭养老床位 of one person: what the elder gets in service, what the provider gets for the bed. Model by district. */
export const homeCareBed = defineScheme({
  key: 'homeCareBed',
  folder: 'home-care-bed',
  kind: 'person-month',
  facts: {
    ...GROUP_FACTS,
    careAllowanceFen: PERSON.careAllowanceFen,
    hasHomeCareBed: PERSON.hasHomeCareBed,
    costFen: fen('每月自付的服务费'),
  },
  law: {
    groups: Groups,
    constructionFen: z.int(),
    operatingFen: z.int(),
    minServiceHours: z.int(),
    serviceQuotas: Amounts,
    coPayPercent: z.int(),
    coPayCaps: Amounts,
    excludedCareFen: z.int(),
  },
  decide({ facts, law, on }) {
    const missing = unknown(facts, ['bornOn']);
    const groups = law.groups ?? [];
    const group = groupOf(groups, facts, on);
    const careFen = facts.careAllowanceFen ?? 0;
    const refusals = [
      ...(missing.length === 0 && !group ? refuse('no-group', { groups: groupNames(groups) }) : []),
      ...(facts.living === '住养老机构' ? refuse('lives-in-institution') : []),
      ...(facts.hasHomeCareBed ? refuse('has-bed') : []),
      ...(law.excludedCareFen !== null && careFen === law.excludedCareFen ? refuse('care-allowance', { careFen }) : []),
    ];
    const quota = amountOf(law.serviceQuotas, facts, on);
    const cap = amountOf(law.coPayCaps, facts, on);
    const own: Line[] = [
      ...(quota
        ? [
            {
              code: 'quota',
              values: { group: quota.nameZh },
              amountFen: quota.amountFen,
              per: 'month',
              payee: 'person',
            } as const,
          ]
        : []),
      ...(cap && law.coPayPercent !== null
        ? [
            coPay({
              group: cap.nameZh,
              capFen: cap.amountFen,
              sharePercent: law.coPayPercent,
              costFen: facts.costFen ?? null,
            }),
          ]
        : []),
    ];
    const bed: Line[] = [
      { code: 'in-group', values: { group: group?.nameZh ?? '' }, amountFen: 0, per: 'service', payee: 'person' },
      { code: 'construction', amountFen: law.constructionFen, per: 'once', payee: 'provider' },
      {
        code: 'operating',
        values: { hours: law.minServiceHours ?? 0 },
        amountFen: law.operatingFen,
        per: 'month',
        payee: 'provider',
      },
    ];
    return { refusals, missing, lines: [...own, ...bed] };
  },
});

function coPay(of: { group: string; capFen: number; sharePercent: number; costFen: number | null }): Line {
  const { group, capFen, sharePercent, costFen } = of;
  if (costFen === null)
    return {
      code: 'co-pay-up-to',
      values: { group, capFen, sharePercent },
      amountFen: 0,
      per: 'month',
      payee: 'person',
    };
  const amountFen = Math.min(capFen, share(costFen, sharePercent));
  return { code: 'co-pay', values: { group, capFen, sharePercent, costFen }, amountFen, per: 'month', payee: 'person' };
}
