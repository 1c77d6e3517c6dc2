import { PERSON } from '../catalogue/person-facts.ts';
import { defineScheme, refuse, unknown } from '../catalogue/scheme.ts';
import { GROUP_FACTS, Groups, groupNames, groupOf } from './person-groups.ts';

type GroupService = { key: string; folder: string; already: 'hasFamilyDoctor' | 'hasOnePressCall' };

/** A service that a document opens to groups of people, once each: no money, only whom it is for. */
export const groupService = ({ key, folder, already }: GroupService) =>
  defineScheme({
    ...{ key, folder, kind: 'person-service' as const },
    facts: { ...GROUP_FACTS, [already]: PERSON[already] },
    law: { groups: Groups },
    decide({ facts, law, on }) {
      const missing = unknown(facts, ['bornOn']);
      const groups = law.groups ?? [];
      const group = groupOf(groups, facts, on);
      const refusals = [
        ...((facts as Record<string, unknown>)[already] === true ? refuse('already') : []),
        ...(missing.length === 0 && !group ? refuse('no-group', { groups: groupNames(groups) }) : []),
      ];
      const values = { group: group?.nameZh ?? '' };
      return {
        refusals,
        missing,
        lines: [{ code: 'entitled', values, amountFen: 0, per: 'service', payee: 'person' }],
      };
    },
  });
