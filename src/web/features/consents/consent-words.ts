import { CONFIDENCE_LABELS, isSure } from '#contracts/confidence.ts';
import { CONSENT_BY_LABELS, CONSENT_DECISION_LABELS, type Consent } from '#contracts/consents.ts';
import { dateWords } from '../../ui/words.ts';

/** What holds and why, in one line: a decision with who and when, or the default with where it comes from. */
export function standsWords(consent: Consent, today: string): string {
  const last = consent.history[0];
  if (consent.basis === null && last) {
    const until = last.validTo ? `，到${dateWords(last.validTo, today)}` : '';
    return `${dateWords(last.at.slice(0, 10), today)}${CONSENT_DECISION_LABELS[last.decision]}${until}，${byWords(last)}`;
  }
  if (!consent.basis) return consent.because;
  const { source, confidence } = consent.basis;
  const doubt = isSure(confidence) ? '' : `（${CONFIDENCE_LABELS[confidence]}）`;
  return `没有说过，${consent.because}。依据：${source}${doubt}`;
}

export const byWords = (entry: Consent['history'][number]): string =>
  entry.byKind === 'self' ? '本人' : `由${entry.by}代办（${CONSENT_BY_LABELS[entry.byKind].replace('代办', '')}）`;
