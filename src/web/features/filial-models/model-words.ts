import { CONFIDENCE_LABELS, isSure } from '#contracts/confidence.ts';
import type { NomineeStatus } from '#contracts/filial-lifecycle.ts';
import type { FilialYear } from '#contracts/filial-models.ts';

export const TONES = {
  nominated: 'today',
  recommended: 'today',
  refused: 'plain',
  selected: 'pine',
  'passed-over': 'plain',
  withdrawn: 'plain',
} as const satisfies Record<NomineeStatus, string>;

/** 最多50名，依据……（系统默认，可配置）. */
export const placesWords = (of: Pick<FilialYear, 'places' | 'basis' | 'confidence'>): string =>
  `最多${of.places}名，依据：${of.basis}${isSure(of.confidence) ? '' : `（${CONFIDENCE_LABELS[of.confidence]}）`}`;
