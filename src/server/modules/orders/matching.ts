import { SKILL_LEVEL_LABELS } from '#contracts/catalogue.ts';
import type { Candidate } from '#contracts/orders.ts';
import { PROVIDER_STATUS_LABELS, type ProviderStatus, TAKES_ORDERS } from '#contracts/providers.ts';
import { type CaregiverFacts, notDispatchable, unsuitedFor } from '#modules/workforce/index.ts';
import { haversineMetres, type Point } from '#shared/geo.ts';
import { fenToYuanText } from '#shared/money.ts';

export type Wanted = {
  staffLevel: number;
  certificate: string | null;
  home: Point | null;
  /** Caregivers who have already said no to this order, or let it time out. */
  declined: ReadonlySet<string>;
  /** Times that each caregiver has already served this elder: continuity of carer (peers.md D3). */
  servedBefore: ReadonlyMap<string, number>;
};

export type Firm = {
  providerId: string;
  status: ProviderStatus;
  point: Point;
  capacityPerDay: number;
  rating: number | null;
  ratingCount: number;
  priceFen: number;
};

export type Load = { caregivers: ReadonlyMap<string, number>; firms: ReadonlyMap<string, number> };

/** Points out of 100: distance 40, free time 20, rating 15, price 15, continuity 10. Our own weights (designDefault). */
const WEIGHTS = { distance: 40, load: 20, rating: 15, price: 15, continuity: 10 } as const;
/** At this distance (metres) the distance counts nothing any more. */
const FAR = 6_000;

/**
 * Ranks caregivers for one order. Pure: the same facts give the same list, and every line says why in words; who may not
 * be sent stands apart with the one reason that rules them out.
 */
export function rankCandidates(
  wanted: Wanted,
  people: readonly CaregiverFacts[],
  market: { firms: readonly Firm[]; load: Load },
): { ranked: Candidate[]; excluded: Candidate[] } {
  const firms = new Map(market.firms.map(firm => [firm.providerId, firm]));
  const all = people.flatMap(person => {
    const firm = firms.get(person.providerId);
    return firm ? [{ person, firm }] : [];
  });
  const fit = all.filter(pair => exclusion(wanted, pair, market.load) === null);
  const prices = fit.map(pair => pair.firm.priceFen);
  const range = { low: Math.min(...prices), high: Math.max(...prices) };
  const ranked = fit.map(pair => candidate(wanted, pair, { load: market.load, range }));
  const excluded = all.flatMap(pair => {
    const because = exclusion(wanted, pair, market.load);
    if (because === null) return [];
    return [
      { ...candidate(wanted, pair, { load: market.load, range }), score: 0, reasons: [], excludedBecause: because },
    ];
  });
  return { ranked: ranked.sort(byScore), excluded: excluded.sort(byDistance) };
}

type Pair = { person: CaregiverFacts; firm: Firm };

const byScore = (a: Candidate, b: Candidate): number =>
  b.score - a.score || (a.metres ?? Infinity) - (b.metres ?? Infinity) || a.caregiverId.localeCompare(b.caregiverId);
const byDistance = (a: Candidate, b: Candidate): number =>
  (a.metres ?? 0) - (b.metres ?? 0) || a.caregiverId.localeCompare(b.caregiverId);

function exclusion(wanted: Wanted, { person, firm }: Pair, load: Load): string | null {
  const standing = notDispatchable(person.standing);
  if (standing) return standing;
  if (!TAKES_ORDERS.includes(firm.status)) return `服务商${PROVIDER_STATUS_LABELS[firm.status]}`;
  const unsuited = unsuitedFor(wanted, { level: person.level, valid: person.certificates });
  if (unsuited) return unsuited;
  if (wanted.declined.has(person.caregiverId)) return '这张单已派过，没有接';
  const own = load.caregivers.get(person.caregiverId) ?? 0;
  if (own >= person.ordersPerDay) return `当天已排满 ${own} 单`;
  const firmLoad = load.firms.get(person.providerId) ?? 0;
  return firmLoad >= firm.capacityPerDay ? `服务商当天已排满 ${firmLoad} 单` : null;
}

type Market = { load: Load; range: { low: number; high: number } };

function candidate(wanted: Wanted, { person, firm }: Pair, { load, range }: Market): Candidate {
  const metres = wanted.home && Math.round(haversineMetres(wanted.home, person.point));
  const orders = load.caregivers.get(person.caregiverId) ?? 0;
  const before = wanted.servedBefore.get(person.caregiverId) ?? 0;
  const span = range.high - range.low;
  const parts = {
    distance: metres === null ? WEIGHTS.distance / 2 : WEIGHTS.distance * Math.max(0, 1 - metres / FAR),
    load: WEIGHTS.load * Math.max(0, 1 - orders / person.ordersPerDay),
    rating: WEIGHTS.rating * (firm.rating === null ? 0.5 : Math.max(0, firm.rating - 1) / 4),
    price: WEIGHTS.price * (span <= 0 ? 1 : Math.max(0, 1 - (firm.priceFen - range.low) / span)),
    continuity: before > 0 ? WEIGHTS.continuity : 0,
  };
  return {
    caregiverId: person.caregiverId,
    caregiverName: person.name,
    providerId: person.providerId,
    providerName: person.providerName,
    level: person.level,
    metres,
    priceFen: firm.priceFen,
    rating: firm.rating,
    ordersThatDay: orders,
    score: Math.round(Object.values(parts).reduce((sum, part) => sum + part, 0)),
    reasons: reasonsOf({ person, firm }, { metres, orders, before, cheapest: span > 0 && firm.priceFen === range.low }),
    excludedBecause: null,
  };
}

type Facts = { metres: number | null; orders: number; before: number; cheapest: boolean };

function reasonsOf({ person, firm }: Pair, facts: Facts): string[] {
  const label = SKILL_LEVEL_LABELS[person.level as keyof typeof SKILL_LEVEL_LABELS];
  return [
    ...(facts.before > 0 ? [`服务过这位老人 ${facts.before} 次`] : []),
    facts.metres === null ? '老人家没有坐标，没算距离' : `离家${distanceWords(facts.metres)}`,
    facts.orders === 0
      ? '当天还没有单'
      : `当天已有 ${facts.orders} 单，还能接 ${person.ordersPerDay - facts.orders} 单`,
    `${label}，证书有效`,
    firm.rating === null ? '服务商还没有评价' : `服务商评价 ${firm.rating} 分（${firm.ratingCount} 次）`,
    `${fenToYuanText(firm.priceFen)} 元${facts.cheapest ? '，可派的人里最低' : ''}`,
  ];
}

/** 350 米, 1.2 公里. */
export const distanceWords = (metres: number): string =>
  metres < 1000 ? ` ${Math.round(metres / 10) * 10} 米` : ` ${(metres / 1000).toFixed(1)} 公里`;
