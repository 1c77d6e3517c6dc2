import {
  AGE_GROUPS,
  type AgeGroup,
  MERCHANT_TYPE_LABELS,
  MERCHANT_TYPES,
  type MerchantType,
} from '#contracts/card-uses.ts';
import { ageOn, type CivilDate } from '#shared/dates.ts';

/** Words of operators beside our own labels. A word that is none of these is refused, never guessed. */
const TYPE_WORDS: Record<MerchantType, readonly string[]> = {
  transit: ['公交', '地铁', '公交地铁', '交通', '交通出行'],
  park: ['公园', '景区', '公园门票', '旅游'],
  meals: ['餐饮', '助餐', '老年餐桌', '养老助餐', '餐厅'],
  shop: ['超市', '商店', '便利店', '超市便利店', '购物'],
  medicine: ['药店', '医院', '医疗', '社区卫生'],
  service: ['养老服务', '生活服务', '家政', '理发', '驿站'],
  other: ['其它'],
};
const TYPES = new Map<string, MerchantType>(
  MERCHANT_TYPES.flatMap(type => [MERCHANT_TYPE_LABELS[type], ...TYPE_WORDS[type]].map(word => [word, type] as const)),
);
export const typeOf = (words: string): MerchantType | undefined => TYPES.get(words.replace(/\s/g, ''));

/** Yuan as tables write them (1,234.50, ¥12, 12元; a refund is negative) in fen; undefined where it is no amount. */
export function readFen(text: string): number | undefined {
  const plain = text.normalize('NFKC').replace(/[\s,¥元]/g, '');
  if (!/^-?\d{1,9}(\.\d{1,2})?$/.test(plain)) return undefined;
  const [whole = '0', part = ''] = plain.replace('-', '').split('.');
  const fen = Number(whole) * 100 + Number(part.padEnd(2, '0'));
  return plain.startsWith('-') ? -fen : fen;
}

/** By full years on the day of use. */
export function ageGroupOf(bornOn: CivilDate | undefined, usedOn: CivilDate): AgeGroup {
  if (!bornOn) return 'unknown';
  const age = ageOn(bornOn, usedOn);
  if (age < 60) return 'under-60';
  return age >= 90 ? '90-' : (AGE_GROUPS[Math.floor(age / 10) - 5] ?? 'unknown');
}
