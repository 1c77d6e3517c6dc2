import { CONFIDENCE_LABELS, isSure } from '#contracts/confidence.ts';
import { ABILITY_LABELS, TAG_LABELS } from '#contracts/elders.ts';
import { VOUCHER_PERIOD_LABELS, type VoucherState } from '#contracts/voucher-lifecycle.ts';
import type { Voucher, VoucherRule, VoucherSchemeRow } from '#contracts/vouchers.ts';
import { fenToYuanText } from '#shared/money.ts';
import { dateWords } from '../../ui/words.ts';

/** 2025年6月; a voucher given once has no month. */
export const periodWords = (key: string): string =>
  key === 'once' ? '只发一次' : `${Number(key.slice(0, 4))}年${Number(key.slice(5))}月`;

/** Every group must hold, any value within one. */
export const ruleWords = (rule: VoucherRule): string =>
  [
    rule.minAge === null ? null : `${rule.minAge}周岁及以上`,
    rule.abilityLevels.map(level => ABILITY_LABELS[level]).join('或'),
    rule.economicClasses.join('或'),
    rule.tags.map(code => TAG_LABELS[code]).join('或'),
  ]
    .filter(Boolean)
    .join('，并且');

export const valueWords = ({ valueFen, period, keepMonths }: VoucherSchemeRow): string =>
  `${VOUCHER_PERIOD_LABELS[period]}${fenToYuanText(valueFen)}元${keepMonths > 0 ? `，没用完的多留${keepMonths}个月` : ''}`;

/** Where the value stands; a value of no document says so. */
export const sourceWords = (of: Pick<Voucher, 'confidence' | 'documentNumber'>): string =>
  isSure(of.confidence) ? `依据${of.documentNumber ?? ''}` : `没有文件规定面值：${CONFIDENCE_LABELS[of.confidence]}`;

export const itemsWords = (items: Voucher['items']): string => items.map(item => item.name).join('、');

/** What may still be spent is told in full, what is over in a line. */
export const isOpen = ({ state }: Pick<Voucher, 'state'>): boolean => state === 'usable' || state === 'later';

export const stateTone = (state: VoucherState): 'pine' | 'plain' => (state === 'usable' ? 'pine' : 'plain');

export const spanWords = ({ validFrom, validTo }: Pick<Voucher, 'validFrom' | 'validTo'>, today: string): string =>
  `${dateWords(validFrom, today)}到${dateWords(validTo, today)}`;
