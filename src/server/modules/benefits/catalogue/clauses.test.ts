import { expect, it } from 'vitest';
import { PAYS, paysOf, paysTo } from '#contracts/benefits/pays.ts';
import { SCHEMES } from '#contracts/benefits/schemes.ts';
import { spentTypeOf } from '#contracts/books.ts';
import { PAID_SCHEMES } from '#contracts/payments/payables.ts';
import { evaluateScheme } from './evaluate.ts';
import type { Setting } from './law-on.ts';
import { casesOf } from './read-scheme-file.ts';
import { REGISTER, schemeOf } from './register.ts';

const DISTRICT = '110106000000';

function answerOf(key: string, facts: object, settings: Setting[] = []) {
  const scheme = schemeOf(key);
  if (!scheme) throw new Error(key);
  const answer = evaluateScheme(scheme, facts, { on: '2025-06-30', district: DISTRICT, settings });
  if ('problems' in answer) throw new Error(JSON.stringify(answer.problems));
  return answer;
}

it('S0-10.1 reproduces the standard from expenditure and ratio, with the other standards side by side', () => {
  const answer = answerOf('consumptionRatio', { consumptionFen: 4_800_000, sharePercent: 35 });
  expect(answer.amountFen).toBe(140_000);
  expect(answer.lines.map(line => [line.code, line.amountFen])).toEqual([
    ['computed', 140_000],
    ['now', 145_000],
    ['wage', 242_000],
    ['basic-pension', 96_100],
    ['welfare-pension', 87_600],
  ]);
});

it('S2-16.1 pays 5,000 once, and refuses with the reason where another funeral benefit exists', () => {
  const facts = { diedOn: '2025-06-01', hukouInBeijing: true, otherFuneralBenefit: false };
  expect(answerOf('funeral', facts)).toMatchObject({ state: 'yes', amountFen: 500_000, per: 'once' });
  expect(answerOf('funeral', { ...facts, paidBefore: true }).refusals[0]?.code).toBe('paid-before');
  const refused = answerOf('funeral', { ...facts, otherFuneralBenefit: true });
  expect(refused).toMatchObject({ state: 'no', amountFen: 0, refusals: [{ sentence: '已有其他丧葬待遇，不重复发' }] });
});

it('S2-16.2 settles N eco-burials of a month at 4,000 each', () => {
  for (const urns of [1, 2, 37]) expect(answerOf('ecoBurial', { urns }).amountFen).toBe(urns * 400_000);
});

it('S3-33.2 cost 6,000, half of it, at most 2,000: the subsidy is 2,000 (test values)', () => {
  const setting = (parameter: string, value: number): Setting => ({
    ...{ scheme: 'homeAdaptation', parameter, value, district: DISTRICT },
    ...{ from: '2025-01-01', to: null, documentNumber: '测试' },
  });
  const facts = { costFen: 600_000, assessedOn: '2025-05-01', acceptedOn: '2025-06-01' };
  const settings = [setting('sharePercent', 50), setting('capFen', 200_000)];
  expect(answerOf('homeAdaptation', facts, settings).amountFen).toBe(200_000);
});

it('S3-25.1 every scheme says whether its money is for persons, for an organisation by its persons, or for beds', () => {
  expect(Object.keys(PAYS).toSorted()).toEqual(
    [...new Set([...SCHEMES, ...REGISTER.map(scheme => scheme.key), ...PAID_SCHEMES])].toSorted(),
  );
  // Amounts that nobody is paid: a standard worked out, and who bears which part of a bill.
  const noMoney = ['consumptionRatio', 'ltcCoordination'];
  for (const scheme of REGISTER)
    for (const each of casesOf(scheme.folder)) {
      const settings = Object.entries(each.settings ?? {}).map(([parameter, value]) => ({
        ...{ scheme: scheme.key, parameter, district: each.district ?? '', value },
        ...{ from: '2019-01-01', to: null, documentNumber: '示例' },
      }));
      const answer = evaluateScheme(scheme, each.facts, { on: each.on, district: each.district ?? null, settings });
      for (const line of 'lines' in answer ? answer.lines : [])
        if (line.amountFen !== 0)
          expect(paysTo(scheme.key, line.payee) !== undefined, `${scheme.key} ${line.code}`).toBe(
            !noMoney.includes(scheme.key),
          );
    }
  expect(PAID_SCHEMES.filter(scheme => spentTypeOf(scheme) === 'bed')).toEqual(['institutionBeds']);
  expect(PAID_SCHEMES.filter(scheme => spentTypeOf(scheme) === 'served')).toEqual([
    ...['station', 'institutionOperating', 'meal'],
  ]);
  expect(paysOf('meal')).toEqual(['person', 'served']);
});
