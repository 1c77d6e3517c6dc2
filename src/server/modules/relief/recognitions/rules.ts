import type { Evaluation } from '#contracts/relief-recognitions.ts';
import { addDays, type CivilDate, dayWords } from '#shared/dates.ts';

/** Why an evaluation is no ground for a yes; null = it is. Nothing is decided on what is only declared (自定). */
export function whyNotYes({ outcome, unverified }: Evaluation): string | null {
  if (outcome.state === 'no') return `按规则不符合：${outcome.refusals.map(each => each.sentence).join('；')}`;
  if (outcome.state === 'incomplete') return `还要记：${outcome.missing.map(each => each.label).join('、')}`;
  if (outcome.state === 'undetermined')
    return outcome.lines.flatMap(line => (line.amountFen === null ? [line.sentence] : [])).join('；');
  return unverified > 0 ? `家庭经济状况还有${unverified}项没有核对` : null;
}

/** The last day of the notice: the day it was posted does not count (民法典第二百零一条). */
export const noticeUntil = (postedOn: CivilDate, days: number): CivilDate => addDays(postedOn, days);

type Sending = {
  status: string;
  evaluation: Evaluation;
  until: CivilDate | null;
  today: CivilDate;
  /** Another of a recognised household receives instead: 评议 and 公示 are not repeated (自定). */
  goesOn: boolean;
};

/** Why an application may not be sent up yet; a no goes without 评议 and 公示. */
export function whyNotSubmit({ status, evaluation, until, today, goesOn }: Sending): string | null {
  if (evaluation.outcome.state === 'no') return null;
  const fault = whyNotYes(evaluation);
  if (fault || goesOn) return fault;
  if (status !== 'posted' || until === null) return '核算符合的，先民主评议和公示';
  return today > until ? null : `公示到${dayWords(until)}，期满以后才能报送`;
}

/** A correction under way would bring the status back after the end. */
export const whyNotEnd = (files: readonly { fact: string | null }[]): string | null =>
  files.some(({ fact }) => fact === 'proposed') ? '档案的更正还没有核对；核对以后才能终止' : null;

/** Do two evaluations say the same to the person? */
export const sameResult = (a: Evaluation, b: Evaluation): boolean =>
  a.outcome.state === b.outcome.state && a.outcome.amountFen === b.outcome.amountFen;
