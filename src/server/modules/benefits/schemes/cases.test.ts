import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { Person } from '#contracts/benefits/person.ts';
import { determine } from '../explain/determine.ts';
import { lawOf } from '../law/compile.ts';
import { monthIndex } from '../rules/civil-numbers.ts';

type Case = {
  name: string;
  person: object;
  on: string;
  yuan: number;
  from?: string;
  because?: string[];
  nearestYes?: string;
};
const FOLDERS = { 'hardship-allowance': 'hardship', 'care-allowance': 'care', 'advanced-age-allowance': 'advancedAge' };

describe.each(Object.entries(FOLDERS))('cases of %s', (folder, scheme) => {
  const cases = parse(readFileSync(new URL(`./${folder}/cases.yaml`, import.meta.url), 'utf8')) as Case[];
  it.each(cases)('$name', each => {
    const person = Person.parse({ id: 'p', ...each.person });
    const answer = determine(person, lawOf(monthIndex(each.on)));
    if ('problems' in answer) throw new Error(JSON.stringify(answer));
    const result = answer.results.find(r => r.scheme === scheme);
    expect({ yuan: (result?.amountFen ?? -1) / 100, from: result?.from }).toEqual({
      yuan: each.yuan,
      from: each.from ?? null,
    });
    if (each.because) expect(result?.reasons.map(r => r.code)).toEqual(each.because);
    if (each.nearestYes) expect(result?.nearestYes?.sentence).toBe(each.nearestYes);
  });
});
