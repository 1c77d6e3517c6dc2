import { FACILITY_KIND_LABELS, type FacilityKind, type PlaceFacts } from '#contracts/facility-nouns.ts';
import type { NearPlace } from '#contracts/public-facilities.ts';
import { fenToYuanText } from '#shared/money.ts';
import type { IconName } from '../../ui/icon.tsx';
import { instantWords } from '../../ui/words.ts';

/** Kinds as the public looks for them, in the order of the tabs. */
export const KIND_TABS: readonly { kind: FacilityKind; word: string; icon: IconName }[] = [
  { kind: 'institution', word: '养老机构', icon: 'bed' },
  { kind: 'regional-centre', word: '养老服务中心', icon: 'home' },
  { kind: 'station', word: '养老驿站', icon: 'place' },
  { kind: 'meal-point', word: '助餐点', icon: 'meal' },
  { kind: 'care-centre', word: '照料中心', icon: 'heart' },
  { kind: 'mutual-aid-point', word: '邻里互助点', icon: 'person' },
];
export const DEFAULT_KIND: FacilityKind = 'institution';

export const KIND_OPTIONS = KIND_TABS.map(({ kind }) => ({ value: kind, label: FACILITY_KIND_LABELS[kind] }));

export const kindOf = (text: string | undefined): FacilityKind =>
  KIND_TABS.find(tab => tab.kind === text)?.kind ?? DEFAULT_KIND;

const STARS = ['', '一星', '二星', '三星', '四星', '五星'];

/** 680米, 1.4公里. */
export const metresWords = (metres: number): string =>
  metres < 1000 ? `${Math.round(metres / 10) * 10}米` : `${(metres / 1000).toFixed(1)}公里`;

/** Straight line: walking minutes up to half an hour; further away a minute count helps nobody. */
export const walkWords = (place: NearPlace): string =>
  place.walkMinutes !== null && place.walkMinutes <= 30 ? `走约${place.walkMinutes}分钟` : '直线距离';

export const starWords = (star: number | null): string | null => (star ? (STARS[star] ?? null) : null);

type Priced = Pick<PlaceFacts, 'prices'>;
/** 3,800–6,200, or 3,800 where both ends are the same; null without a price. */
export function priceWords(place: Priced): { text: string; unit: string; item: string } | null {
  const price = place.prices[0];
  if (!price) return null;
  const [low, high] = [fenToYuanText(price.lowFen), fenToYuanText(price.highFen)];
  return { text: low === high ? low : `${low}–${high}`, unit: price.unit, item: price.item };
}

export const fromPriceWords = (place: Priced): string | null =>
  place.prices[0]
    ? `${fenToYuanText(place.prices[0].lowFen)}元${place.prices[0].lowFen === place.prices[0].highFen ? '' : '起'}`
    : null;

/** Free beds and when they were said; null for places without beds. */
export function vacancyWords(place: Pick<PlaceFacts, 'vacancy' | 'beds'>, today: string) {
  const { vacancy, beds } = place;
  if (!vacancy) return beds > 0 ? { text: `共${beds}张床`, note: '没有报空床', full: false } : null;
  const full = vacancy.freeBeds === 0;
  const queue = vacancy.waiting > 0 ? `，排队${vacancy.waiting}人` : '';
  const text = full ? `已满${queue}` : `空床${vacancy.freeBeds}张`;
  return { text, note: `${instantWords(vacancy.updatedAt, today)}更新`, full };
}

export const CAPACITY_NOTE = '空床由机构自己报，写着更新时间；价格是机构公布的每月收费，含床位、护理和餐，不含医药费';
