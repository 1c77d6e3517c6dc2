import type { Scheme } from '#contracts/benefits/schemes.ts';
import type { Assumption, Cliff, MonthLine } from '#contracts/rehearsals/result.ts';
import { deaths, funding } from './assumptions.ts';
import { abilityWords } from './groups.ts';
import type { MonthSum, ResultRows } from './result-rows.ts';
import { ALL_SCHEMES } from './tally.ts';

/** Of those who could have it, how many have applied, in the first month under the law in force. */
export type TakeUp = ReadonlyMap<string, number>;
const OVERALL = 'overall';

/** By paying district and scheme, because the districts differ; `overall <scheme>` for telling. */
export function takeUpOf(months: readonly MonthSum[]): TakeUp {
  const first = months.map(each => each.month).sort()[0];
  const counts = new Map<string, { people: number; all: number }>();
  for (const { payer, scheme, month, law, people, openPeople } of months) {
    if (month !== first || law !== 'old') continue;
    for (const key of [`${payer} ${scheme}`, `${OVERALL} ${scheme}`]) {
      const count = counts.get(key) ?? { people: 0, all: 0 };
      counts.set(key, count);
      count.people += people;
      count.all += people + openPeople;
    }
  }
  return new Map([...counts].map(([key, { people, all }]) => [key, all === 0 ? 0 : people / all]));
}

const rateOf = ({ payer, scheme }: MonthSum, takeUp: TakeUp): number => takeUp.get(`${payer} ${scheme}`) ?? 0;

/** With the deaths assumed and those who come of age applying as often as people do now, fen. */
export const expectedOf = (sum: MonthSum, takeUp: TakeUp): number =>
  sum.expectedFen + sum.comingFen * rateOf(sum, takeUp);
export const expectedCityOf = (sum: MonthSum, takeUp: TakeUp): number =>
  sum.cityExpectedFen + sum.cityComingFen * rateOf(sum, takeUp);

export function monthLines(rows: ResultRows): MonthLine[] {
  const takeUp = takeUpOf(rows.months);
  const lines = new Map<string, MonthLine>();
  for (const sum of rows.months) {
    const line = lines.get(sum.month) ?? { month: sum.month, ...EMPTY };
    lines.set(sum.month, line);
    const side = sum.law === 'old' ? 'Old' : 'New';
    if (sum.scheme === ALL_SCHEMES) {
      line[sum.law === 'old' ? 'oldPeople' : 'newPeople'] += sum.people;
      continue;
    }
    line[sum.law === 'old' ? 'oldFen' : 'newFen'] += sum.fen;
    line[`open${side}Fen`] += sum.openFen;
    line[`city${side}Fen`] += sum.cityFen;
    line[`expected${side}Fen`] += expectedOf(sum, takeUp);
  }
  return [...lines.values()]
    .sort((a, b) => a.month.localeCompare(b.month, 'en'))
    .map(line => ({
      ...line,
      expectedOldFen: wholeYuan(line.expectedOldFen),
      expectedNewFen: wholeYuan(line.expectedNewFen),
    }));
}

/** An expectation is no account: fen would pretend a precision that it has not. */
export const wholeYuan = (fen: number): number => Math.round(fen / 100) * 100;

const EMPTY = {
  ...{ oldFen: 0, newFen: 0, oldPeople: 0, newPeople: 0, openOldFen: 0, openNewFen: 0 },
  ...{ expectedOldFen: 0, expectedNewFen: 0, cityOldFen: 0, cityNewFen: 0 },
};

export type PayerSum = { payer: string; oldFen: number; newFen: number; cityOldFen: number; cityNewFen: number };

/** What each paying district spends over all months; the dearest first. */
export function payerSums(rows: ResultRows): PayerSum[] {
  const payers = new Map<string, PayerSum>();
  for (const { payer, scheme, law, fen, cityFen } of rows.months) {
    if (scheme === ALL_SCHEMES || fen === 0) continue;
    const sum = payers.get(payer) ?? { payer, oldFen: 0, newFen: 0, cityOldFen: 0, cityNewFen: 0 };
    payers.set(payer, sum);
    sum[law === 'old' ? 'oldFen' : 'newFen'] += fen;
    sum[law === 'old' ? 'cityOldFen' : 'cityNewFen'] += cityFen;
  }
  return [...payers.values()].sort((a, b) => b.newFen - a.newFen || a.payer.localeCompare(b.payer, 'en'));
}

const CLASS_WORDS: Record<string, string> = { none: '一般家庭' };
const classWords = (key: string) => CLASS_WORDS[key] ?? key;

function stepWords(step: string, from: string, to: string): string {
  if (step === 'birthday') return `满${to}周岁`;
  if (step === 'income') return `由${classWords(from)}变为${classWords(to)}`;
  if (step === 'ability') return `能力等级由${from}级（${abilityWords(from)}）变为${to}级（${abilityWords(to)}）`;
  if (step === 'grade') return `${from.slice(0, 2)}残疾由${from.slice(2)}级变为${to.slice(2)}级`;
  return step === 'rival-hardship' ? '其他福利性生活补贴每月多1元' : '其他福利性护理补贴每月多1元';
}

const yuan = (fen: number): string => String(fen / 100);

/** Where one step costs money, those that the draft makes or worsens first. */
export function cliffsOf(rows: ResultRows): Cliff[] {
  return rows.cliffs
    .map(({ key, people }) => {
      const [step = '', from = '', to = '', ...losses] = key.split('|');
      const [oldLossFen = 0, newLossFen = 0] = losses.map(Number);
      const change = changeOf(oldLossFen, newLossFen);
      const was = oldLossFen === newLossFen ? '' : oldLossFen === 0 ? '，现行不会少' : `，现行少${yuan(oldLossFen)}元`;
      const loses = newLossFen === 0 ? '草案下不再少拿' : `每月少拿${yuan(newLossFen)}元`;
      const sentence = `${stepWords(step, from, to)}，${loses}${was}`;
      return { key, sentence, oldLossFen, newLossFen, people, change, opens: change !== 'same' };
    })
    .sort((a, b) => RANK[a.change] - RANK[b.change] || b.people * b.newLossFen - a.people * a.newLossFen);
}

const RANK = { new: 0, deeper: 1, milder: 2, gone: 3, same: 4 } as const;

function changeOf(oldLoss: number, newLoss: number): Cliff['change'] {
  if (oldLoss === newLoss) return 'same';
  if (oldLoss === 0) return 'new';
  if (newLoss === 0) return 'gone';
  return newLoss > oldLoss ? 'deeper' : 'milder';
}

/** What the figures take for granted and no document or record says. */
export function assumptionsOf(rows: ResultRows, draft: { reassessed: boolean }): Assumption[] {
  const takeUp = takeUpOf(rows.months);
  const rate = (scheme: Scheme) => `${Math.round((takeUp.get(`${OVERALL} ${scheme}`) ?? 0) * 1000) / 10}%`;
  const bands = deaths.values.slice(1).map(each => `${each.fromAge}岁起${Math.round(each.yearly * 1000) / 10}%`);
  return [
    { label: `${deaths.label}，只用在“预计”一栏`, value: bands.join('、'), confidence: deaths.confidence },
    {
      label: '今后才满条件的人，按各区现在的申请比例申请，只用在“预计”一栏',
      value: `合起来困难${rate('hardship')}、失能${rate('care')}、高龄${rate('advancedAge')}`,
      confidence: 'modelled',
    },
    {
      label: '能力评估到期',
      value: draft.reassessed ? '都按时重新评估，等级不变' : '到期就停发，不重新评估',
      confidence: 'designDefault',
    },
    { label: '除年龄以外的情况（收入、失能、户籍、居住）', value: '都和今天登记的一样', confidence: 'designDefault' },
    { label: '今天不在名册上的人', value: '今后新登记、新迁入的不算', confidence: 'designDefault' },
    {
      label: `市级按人·月定额转移支付（${funding.documentNumber}${funding.clause}）`,
      value: '失能100元；高龄80至89岁100元、90至99岁200元、100岁及以上300元；不超过发放金额',
      confidence: funding.confidence,
    },
  ];
}
