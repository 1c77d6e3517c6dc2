import { expect, it } from 'vitest';
import { monthIndex, spanOf } from '../rules/civil-numbers.ts';
import { BIT } from '../rules/decision.ts';
import { decideAdvancedAge } from '../schemes/advanced-age-allowance/rule.ts';
import { compileLaw, lawOf } from './compile.ts';
import { definitions } from './definitions.ts';
import { readFacts } from './read-facts.ts';

const read = readFacts({
  id: 'p',
  bornOn: '1940-01-01',
  hukouInBeijing: true,
  appliedOn: { advancedAge: '2020-01-31' },
});
const facts = 'facts' in read ? read.facts : undefined;

it('compiles a month once', () => expect(lawOf(monthIndex('2025-06'))).toBe(lawOf(monthIndex('2025-06'))));

it('takes the amount of the month asked for: a draft that raises it, then abolishes it', () => {
  if (!facts) throw new Error('facts');
  const draft = structuredClone({ ...definitions(), sources: new Map() });
  const [today] = draft.advancedAge.parameters.tiers.values;
  if (!today?.value) throw new Error('tiers');
  const raised = today.value.map(tier => ({ ...tier, amountFen: tier.amountFen + 5000 }));
  draft.advancedAge.parameters.tiers.values = [
    { ...today, to: '2026-06-30' },
    { ...today, from: '2026-07-01', to: '2026-12-31', value: raised },
    { ...today, from: '2027-01-01', value: null },
  ];
  const on = (text: string) => {
    const month = monthIndex(text);
    return decideAdvancedAge(facts, compileLaw(draft, month).advancedAge, spanOf(month));
  };
  expect(on('2026-06')).toMatchObject({ amountFen: 10_000, from: monthIndex('2020-01') });
  expect(on('2026-07')).toMatchObject({ amountFen: 15_000, from: monthIndex('2020-01') });
  expect(on('2027-01')).toMatchObject({ amountFen: 0, blockers: BIT.abolished });
});
