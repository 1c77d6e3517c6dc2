import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Person } from '#contracts/benefits/person.ts';
import { readFacts } from './read-facts.ts';

const good = {
  ...{ id: 'p', bornOn: '1940-02-29', hukouInBeijing: true, economicClass: '低保', abilityLevel: 3 },
  disabilities: [{ kind: '视力', grade: 1 }],
  otherBenefits: ['work-injury-care', { code: '离休福利性生活补贴（津贴）', amountFen: 100 }],
  appliedOn: { hardship: '2025-01-31' },
};
const problems = (row: unknown) => {
  const read = readFacts(row);
  return 'problems' in read ? read.problems : [];
};

describe('reading a person', () => {
  it('takes a good row', () => expect(problems(good)).toEqual([]));

  it.each([
    [{ bornOn: '1941-02-29' }, 'bornOn'],
    [{ bornOn: null }, 'bornOn'],
    [{ hukouInBeijing: '是' }, 'hukouInBeijing'],
    [{ economicClass: '贫困' }, 'economicClass'],
    [{ abilityLevel: 5 }, 'abilityLevel'],
    [{ abilityLevel: 2.5 }, 'abilityLevel'],
    [{ disabilities: [{ kind: '视力', grade: 5 }] }, 'disabilities[0].grade'],
    [{ disabilities: [{ kind: '嗅觉', grade: 1 }] }, 'disabilities[0].kind'],
    [{ disabilities: [null] }, 'disabilities[0].kind'],
    [{ otherBenefits: ['nothing'] }, 'otherBenefits[0]'],
    [{ otherBenefits: [{ code: 'retired-cadre-care', amountFen: -1 }] }, 'otherBenefits[0].amountFen'],
    [{ appliedOn: { advanced: '2025-01-01' } }, 'appliedOn.advanced'],
    [{ appliedOn: { care: '2025-1-1' } }, 'appliedOn.care'],
    [{ diedOn: '1930-01-01' }, 'diedOn'],
    [{ id: '' }, 'id'],
    [{ familyPlanningSpecial: 1 }, 'familyPlanningSpecial'],
  ])('names the field in %j', (broken, field) => {
    const found = problems({ ...good, ...broken });
    expect(found.map(each => each.field)).toEqual([field]);
    expect(found[0]?.message).toMatch(/[\u4e00-\u9fff]/);
  });

  it('agrees with the contract on what is well-formed', () => {
    const junk = fc.constantFrom<unknown>(
      null,
      undefined,
      '',
      'x',
      0,
      3,
      7,
      -1,
      1.5,
      true,
      [],
      {},
      '2025-02-29',
      '2024-02-29',
      '低保',
    );
    const keys = Object.keys(Person.shape).filter(key => key !== 'id');
    fc.assert(
      fc.property(fc.constantFrom(...keys), junk, (key, value) => {
        const row = { ...good, [key]: value };
        expect(problems(row).length === 0).toBe(Person.safeParse(row).success);
      }),
      { numRuns: 2000 },
    );
  });

  it('never throws, whatever the row', () => {
    fc.assert(fc.property(fc.jsonValue(), row => problems(row).length > 0));
  });
});
