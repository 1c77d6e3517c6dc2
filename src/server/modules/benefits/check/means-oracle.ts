/**
 * 低保, 低收入, 特困, 临时救助 written a second time straight from the documents, in yuan and plain arithmetic, without any of
 * the rules' code or data files. Answers yuan (rounded to the fen), or a word for what is not paid.
 */
export type Household = {
  members: { income: number; ill: boolean; disabled: boolean }[];
  children: { income: number; persons: number; families: number; helped: boolean }[];
  single: boolean;
  supporterOld: boolean;
  rich: boolean;
  local: boolean;
  destitute: boolean;
  job: string | null;
  before: number;
};

const STANDARDS: [string, number][] = [
  ['2019-07-01', 1100],
  ['2020-07-01', 1170],
  ['2021-07-01', 1245],
  ['2022-07-01', 1320],
  ['2023-07-01', 1395],
  ['2024-07-01', 1450],
];
const WAGES: [string, number][] = [
  ['2019-07-01', 2200],
  ['2021-08-01', 2320],
  ['2023-09-01', 2420],
  ['2025-09-01', 2540],
];
const CONSUMPTION: [string, number][] = [
  ['2023-07-01', 42683],
  ['2024-07-01', 47586],
  ['2025-07-01', 49748],
];

function at(table: [string, number][], day: string): number {
  let found = 0;
  for (const [from, value] of table) if (day >= from) found = value;
  return found;
}

/** Everything below is counted in whole cents, so that no half cent hangs on a binary fraction. */
const cent = (yuan: number) => Math.round(yuan * 100);
/** Half a cent and more is a cent. */
const part = (cents: number, percent: number) => Math.floor((cents * percent + 50) / 100);

function income(home: Household, standard: number): number {
  let sum = 0;
  for (const member of home.members) sum += cent(member.income);
  for (const child of home.children) {
    if (child.helped) continue;
    const spare = cent(child.income) - standard * 150 * child.persons;
    if (spare > 0) sum += Math.floor(spare / 5 / child.families);
  }
  const needy = home.single || home.members.some(member => member.ill || member.disabled);
  if (needy) sum -= standard * (home.supporterOld ? 150 : 100);
  return Math.max(0, sum);
}

export function minimumLivingOf(home: Household, day: string): number | 'no' {
  const standard = at(STANDARDS, day);
  if (standard === 0 || !home.local || home.rich || home.destitute) return 'no';
  const limit = standard * 100 * home.members.length;
  const counted = income(home, standard);
  if (counted < limit) {
    const severe = home.members.filter(member => member.ill || member.disabled).length;
    return (limit - counted + severe * standard * 35) / 100;
  }
  if (home.job === null || home.before === 0 || home.job.slice(0, 7) > day.slice(0, 7)) return 'no';
  const [y = 0, m = 0] = home.job.split('-').map(Number);
  for (let n = 0; n < 6; n++) {
    const month = `${y + Math.floor((m - 1 + n) / 12)}-${String(((m - 1 + n) % 12) + 1).padStart(2, '0')}`;
    if (month === day.slice(0, 7)) return (n < 3 ? cent(home.before) : part(cent(home.before), 50)) / 100;
  }
  return 'no';
}

export function lowIncomeOf(home: Household, day: string): boolean {
  const standard = at(STANDARDS, day);
  const wage = at(WAGES, day);
  if (standard === 0 || wage === 0 || !home.local || home.rich || home.destitute) return false;
  const counted = income(home, standard);
  return counted >= standard * 100 * home.members.length && counted < wage * 100 * home.members.length;
}

export type Destitute = {
  born: string;
  local: boolean;
  recognised: boolean;
  noIncome: boolean;
  noSupporter: boolean;
  disabled: boolean;
  care: 'self' | 'partly' | 'full' | null;
  level: number | null;
};

function years(born: string, day: string): number {
  const age = Number(day.slice(0, 4)) - Number(born.slice(0, 4));
  return day.slice(5) < born.slice(5) ? age - 1 : age;
}

export function destituteOf(person: Destitute, day: string): number | 'no' | 'unknown care' {
  const [standard, wage] = [at(STANDARDS, day), at(WAGES, day)];
  const age = years(person.born, day);
  if (standard === 0 || !person.local) return 'no';
  if (!(age >= 60 || age < 16 || person.disabled)) return 'no';
  if (!person.recognised && !(person.noIncome && person.noSupporter)) return 'no';
  const care =
    person.care ??
    (person.level === null ? null : (['self', 'partly', 'partly', 'full', 'full'] as const)[person.level]);
  if (!care) return 'unknown care';
  const sum = standard * 150 + wage * { self: 20, partly: 40, full: 60 }[care];
  return Math.max(sum, Math.floor((at(CONSUMPTION, day) * 100 + 6) / 12)) / 100;
}

export function reliefOf(of: { spent: number; poor: boolean; severe: boolean }, day: string): number | 'no' {
  const standard = at(STANDARDS, day);
  const spent = cent(of.spent);
  if (day < '2020-01-01' || standard === 0) return 'no';
  if (spent < (of.poor ? 200_000 : 500_000)) return 'no';
  const low = of.poor || of.severe ? 40 : 30;
  const high = of.poor || of.severe ? 50 : 40;
  const raw = part(Math.min(spent, 3_000_000), low) + part(Math.max(0, spent - 3_000_000), high);
  return Math.min(raw, standard * 2400) / 100;
}
