import type { SignalFacts, SignalTopic } from '#contracts/comparison-kinds.ts';
import { RULES, WARNING_RULES, type WarningRule } from '#contracts/relief-rules.ts';
import { addMonths, type CivilDate, dayWords, monthOf } from '#shared/dates.ts';
import { fenToYuanText } from '#shared/money.ts';

/** What a department said, with what was known of the household on the day it came: enough to judge it again by another line. */
export type Known = SignalFacts & {
  /** 低保, 低收入 or 特困 somebody of the household is on; null = none. */
  recognised: string | null;
  /** The income a head and month that this class is measured against, fen; null where the law of the day is not known. */
  standardFen: number | null;
  persons: number;
  /** Declared for the year before, fen; null = nothing came. */
  previousFen: number | null;
};
export type Seen = { topic: SignalTopic; period: string; asOf: CivilDate; known: Known };
export type Line = { line: number; windowMonths: number; active: boolean };

/** `says` has no subject: who it is about goes before it. `period` is the one the household is warned of once. */
export type Hit = { period: string; says: string };

const yuan = (fen: number | null): string => `${fenToYuanText(fen ?? 0)} 元`;
/** Words of a category that mean nobody pays for the person. */
const NOBODY_PAYS = /^(无|自费|普通|一般|-|\/)/;

/** The day a signal is of: a day of its own, else the end of its year, never after the data. */
export function dayOf({ period, asOf, known }: Seen): CivilDate {
  const own = known.endedOn ?? known.startedOn;
  if (own) return own;
  const end = /^\d{4}$/.test(period) ? `${period}-12-31` : asOf;
  return end < asOf ? end : asOf;
}

type Judge = (seen: Seen, line: number, today: CivilDate) => Hit | null;

const over =
  (what: string): Judge =>
  ({ period, known }, line) =>
    (known.amountFen ?? 0) > line && !known.recognised
      ? { period, says: `${period}年${what} ${yuan(known.amountFen)}，家里没有低保、低收入、特困` }
      : null;

const begun: Judge = ({ known: { startedOn, endedOn } }) =>
  startedOn && !endedOn ? { period: monthOf(startedOn), says: `${dayWords(startedOn)}起领失业金` } : null;
const ended =
  (what: string): Judge =>
  ({ known: { endedOn, category } }, _line, today) =>
    endedOn && endedOn <= today
      ? { period: monthOf(endedOn), says: `${dayWords(endedOn)}起不再${what}${category ? `（${category}）` : ''}` }
      : null;

const JUDGES: Readonly<Record<WarningRule, Judge>> = {
  medicalCost: ({ period, known }, line) =>
    (known.amountFen ?? 0) > line
      ? { period, says: `${period}年个人负担医疗费 ${yuan(known.amountFen)}，超过预警线 ${yuan(line)}` }
      : null,
  illnessUnaided: over('大病保险报销'),
  medicalAidUnaided: over('得医疗救助'),
  unemploymentBegun: begun,
  unemploymentEnded: ended('领失业金'),
  employmentAidEnded: ended('有就业援助'),
  incomeFallen: ({ period, known: { amountFen, previousFen } }, line) => {
    if (amountFen === null || !previousFen) return null;
    const percent = Math.floor(((previousFen - amountFen) * 100) / previousFen);
    const says = `${period}年申报收入 ${yuan(amountFen)}，上一年 ${yuan(previousFen)}，少了${percent}%`;
    return percent > 0 && percent >= line ? { period, says } : null;
  },
  enrolmentLapsed: ({ period, known }) =>
    known.enrolled === false
      ? { period, says: `${period}年医保没有参保或已停保${known.endedOn ? `（${dayWords(known.endedOn)}起）` : ''}` }
      : null,
  subsidisedUnrecognised: ({ period, known }) =>
    known.enrolled !== false && known.category && !NOBODY_PAYS.test(known.category) && !known.recognised
      ? { period, says: `${period}年按“${known.category}”资助参保，家里没有低保、低收入、特困` }
      : null,
  otherAidUnrecognised: ({ topic, period, known }) => {
    const what = topic === 'educationAid' ? '教育资助' : '住房救助';
    const named = known.category ? `（${known.category}）` : '';
    return known.recognised ? null : { period, says: `${period}年得${what}${named}，家里没有低保、低收入、特困` };
  },
  incomeRisen: ({ period, known: { amountFen, persons, recognised, standardFen } }, line) => {
    if (amountFen === null || !recognised || !standardFen) return null;
    const head = Math.floor(amountFen / 12 / Math.max(1, persons));
    const says = `${period}年申报收入 ${yuan(amountFen)}，按${persons}口人每人每月 ${yuan(head)}，高过${recognised}的 ${yuan(standardFen)}`;
    return head * 100 > standardFen * line ? { period, says } : null;
  },
};

/** One rule on one signal. Older than the window, switched off or of another topic: nothing. */
export function judge(rule: WarningRule, seen: Seen, by: Line & { today: CivilDate }): Hit | null {
  if (!by.active || !RULES[rule].topics.includes(seen.topic)) return null;
  if (dayOf(seen) < addMonths(by.today, -by.windowMonths)) return null;
  return JUDGES[rule](seen, by.line, by.today);
}

export const rulesOf = (topic: SignalTopic): WarningRule[] =>
  WARNING_RULES.filter(rule => RULES[rule].topics.includes(topic));

/** What a signal is told apart by: a spell by the month it began (or ended), everything else by its year. */
export function periodOf(
  topic: SignalTopic,
  of: { facts: SignalFacts; period: string | null; asOf: CivilDate },
): string {
  const { startedOn, endedOn } = of.facts;
  if (topic === 'unemployment' || topic === 'employmentAid') return monthOf(startedOn ?? endedOn ?? of.asOf);
  return /\d{4}/.exec(of.period ?? '')?.[0] ?? of.asOf.slice(0, 4);
}
