import { describe, expect, it } from 'vitest';
import { type Change, type NearestYes, PersonResult } from '#contracts/benefits/determination.ts';
import { Person } from '#contracts/benefits/person.ts';
import { SCHEMES, type Scheme } from '#contracts/benefits/schemes.ts';
import { determine } from '../explain/determine.ts';
import { writePersonResult } from '../explain/write-json.ts';
import { lawOf } from '../law/compile.ts';
import { definitions } from '../law/definitions.ts';
import { monthIndex } from '../rules/civil-numbers.ts';
import { generatePeople } from './generate-people.ts';
import { expected } from './oracle.ts';

const PEOPLE = 30_000;
const ask = (person: unknown, month: string, explain = false) => {
  const answer = determine(person, lawOf(monthIndex(month)), explain);
  if ('problems' in answer) throw new Error(JSON.stringify(answer.problems));
  return answer;
};
const resultFor = (person: unknown, month: string, scheme: Scheme) => {
  const result = ask(person, month).results.find(each => each.scheme === scheme);
  if (!result) throw new Error(scheme);
  return result;
};

type Json = Record<string, unknown>;

/** Carries out the changes a refusal asks for, on the JSON itself. */
function carryOut(person: object, changes: Change[]): { person: Json; month: string | null } {
  const changed = structuredClone(person) as Json;
  let month: string | null = null;
  for (const { field, value, op } of changes) {
    const [top = '', inner] = field.split('.');
    if (top === 'on') month = value as string;
    else if (op === 'remove')
      changed[top] = (changed[top] as (string | { code: string })[]).filter(
        each => (typeof each === 'string' ? each : each.code) !== value,
      );
    else if (inner) changed[top] = { ...(changed[top] as Json | undefined), [inner]: value };
    else changed[top] = value;
  }
  return { person: changed, month };
}

describe(`against a second calculation, ${PEOPLE} people on every boundary`, () => {
  const seen = new Map<string, number>();
  const count = (key: string) => seen.set(key, (seen.get(key) ?? 0) + 1);

  it('gives the same amount and first month for every scheme', () => {
    for (const { person, month } of generatePeople(PEOPLE)) {
      for (const result of ask(person, month).results) {
        const { yuan, from } = expected(person, month, result.scheme);
        if (result.amountFen !== yuan * 100 || result.from !== from)
          throw new Error(JSON.stringify({ month, person, result, yuan, from }, null, 1));
        count(`${result.scheme} ${result.amountFen / 100} 元`);
        for (const reason of result.reasons) count(`${result.scheme} ${reason.code}`);
      }
    }
  });

  it('reached every amount, every reason and every start of every scheme', () => {
    const codes = definitions().reasonCodes.map(each => each.code);
    const never: Record<Scheme, string[]> = {
      hardship: ['automatic', 'coordinate-insurance', 'assessment-undated', 'assessment-expired', 'abolished'],
      care: ['abolished'],
      advancedAge: [
        ...['automatic', 'coordinate-insurance', 'assessment-undated', 'assessment-expired', 'abolished', 'destitute'],
        ...['not-qualified', 'excluded-by-benefit', 'chose-other-benefit', 'other-benefit-higher', 'higher-chosen'],
      ],
    };
    const wanted = SCHEMES.flatMap(scheme =>
      codes.filter(code => !never[scheme].includes(code)).map(code => `${scheme} ${code}`),
    );
    for (const yuan of [0, 100, 200, 300]) wanted.push(`hardship ${yuan} 元`);
    for (const yuan of [0, 200, 400, 600]) wanted.push(`care ${yuan} 元`);
    for (const yuan of [0, 100, 500, 800]) wanted.push(`advancedAge ${yuan} 元`);
    console.log(
      [...seen]
        .toSorted()
        .map(([key, times]) => `${key}: ${times}`)
        .join('\n'),
    );
    expect(wanted.filter(key => (seen.get(key) ?? 0) < 20)).toEqual([]);
    expect([...seen.keys()].filter(key => !wanted.includes(key))).toEqual([]);
  });
});

describe('the nearest yes', () => {
  it('comes true when its changes are carried out, and is missing only for the dead', () => {
    for (const { person, month } of generatePeople(10_000, 7)) {
      for (const { scheme, amountFen, nearestYes } of ask(person, month).results) {
        expect(nearestYes === null).toBe(amountFen > 0);
        if (!nearestYes) continue;
        expectTrue(nearestYes, { person, month, scheme });
      }
    }
  });

  function expectTrue(yes: NearestYes, asked: { person: object; month: string; scheme: Scheme }) {
    if (yes.changes.length === 0) {
      expect(yes.sentence).toContain('已去世');
      return;
    }
    const changed = carryOut(asked.person, yes.changes);
    const result = resultFor(changed.person, changed.month ?? asked.month, asked.scheme);
    if (result.amountFen !== yes.amountFen || result.from !== yes.from || yes.amountFen === 0)
      throw new Error(JSON.stringify({ asked, yes, result }, null, 1));
  }
});

describe('the shape', () => {
  it('is written exactly as JSON.stringify would', () => {
    for (const { person, month } of generatePeople(5_000, 11)) {
      const answer = ask({ ...person, id: '"引\n号' }, month);
      if (writePersonResult(answer) !== JSON.stringify(answer)) throw new Error(JSON.stringify(answer));
    }
  });

  it('matches the contracts, and every reason names a document and a clause', () => {
    for (const { person, month } of generatePeople(500, 3)) {
      expect(Person.safeParse(person).success).toBe(true);
      const answer = PersonResult.parse(ask(person, month, true));
      for (const reason of answer.results.flatMap(result => result.reasons)) {
        expect(reason.documentNumber).not.toBe('');
        expect(reason.clause).not.toBe('');
        expect(reason.sentence).toContain(reason.documentNumber);
      }
      for (const result of answer.results) expect(result.reasons.length).toBeGreaterThan(0);
    }
  });

  it('is untouched by where someone lives', () => {
    for (const { person, month } of generatePeople(300, 9))
      expect(ask({ ...person, residenceDistrict: '三河市' }, month)).toEqual(
        ask({ ...person, residenceDistrict: null }, month),
      );
  });

  it('lets the old district pay through the month of the transfer', () => {
    const person = {
      ...{
        id: 'p',
        bornOn: '1940-01-01',
        hukouInBeijing: true,
        hukouDistrict: '大兴区',
        previousHukouDistrict: '西城区',
      },
      hukouTransferredOn: '2025-06-30',
      appliedOn: { advancedAge: '2020-01-01' },
    };
    expect(resultFor(person, '2025-06', 'advancedAge').paidBy).toBe('西城区');
    expect(resultFor(person, '2025-07', 'advancedAge').paidBy).toBe('大兴区');
  });
});
