import type { Person } from '#contracts/benefits/person.ts';

/** A seeded stream of people whose dates sit on and ±1 day around every boundary of 160号; for tests and benches. */
export type Sample = { month: string; person: Person & { id: string } };

const DAY = 86_400_000;
const iso = (time: number) => new Date(time).toISOString().slice(0, 10);
const utc = (year: number, month: number, day: number) => Date.UTC(year, month - 1, day);

/** Mulberry32: small, seeded, good enough to spread cases. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const CODES = [
  'disabled-living-allowance',
  'disabled-care-allowance',
  'duty-disability-living',
  'duty-disability-care',
  'retired-cadre-living',
  'retired-cadre-care',
  'other-welfare-living',
  'other-welfare-care',
  'bravery-disability-care',
  'returned-youth-care',
  'institution-placement-subsidy',
  'work-injury-care',
  'destitute-support',
  'urban-hardship-grant',
  'long-term-care-insurance',
];
const RIVAL = /living$|care$/;

class Maker {
  readonly random: () => number;

  constructor(seed: number) {
    this.random = randomFrom(seed);
  }

  below(limit: number): number {
    return Math.floor(this.random() * limit);
  }

  chance(share: number): boolean {
    return this.random() < share;
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }

  /** The first or last day of a month, its middle, or the day before or after. */
  dayIn(year: number, month: number): string {
    const base = this.pick([
      utc(year, month, 1),
      utc(year, month + 1, 0),
      utc(year, month, 15),
      utc(year, month, 1 + this.below(28)),
    ]);
    return iso(base + this.pick([-1, 0, 0, 1]) * DAY);
  }

  /** A day around the month asked for: same, neighbours, half a year and a year away, or any. */
  near(month: string): string {
    const [year, m] = month.split('-').map(Number) as [number, number];
    const away = this.pick([0, 0, 0, -1, 1, -6, 6, -7, -12, -13, 12, -this.below(60)]);
    return this.dayIn(year, m + away);
  }

  born(month: string): string {
    const [year, m] = month.split('-').map(Number) as [number, number];
    if (this.chance(0.1))
      return this.pick(['1924-02-29', '1932-02-29', '1936-02-29', '1940-02-29', '1944-02-29', '1960-02-29']);
    if (this.chance(0.5)) return this.dayIn(year - this.pick([60, 80, 90, 100]), m + this.pick([-1, 0, 0, 1]));
    return this.dayIn(year - 55 - this.below(55), 1 + this.below(12));
  }

  maybe<T>(share: number, make: () => T): T | undefined {
    return this.chance(share) ? make() : undefined;
  }
}

/** `count` samples; the same seed gives the same people. */
export function* generatePeople(count: number, seed = 160): Generator<Sample> {
  const maker = new Maker(seed);
  for (let at = 0; at < count; at++) {
    const month = monthFor(maker);
    yield { month, person: { id: `p${at}`, ...personFor(maker, month) } };
  }
}

function monthFor(maker: Maker): string {
  if (maker.chance(0.12)) return maker.pick(['2019-09', '2019-10', '2019-11', '2020-03', '2020-04', '2020-05']);
  return `${2020 + maker.below(7)}-${String(1 + maker.below(12)).padStart(2, '0')}`;
}

function personFor(maker: Maker, month: string): Omit<Person, 'id'> {
  const left = maker.maybe(0.12, () => maker.near(month));
  return {
    bornOn: maker.born(month),
    hukouInBeijing: maker.chance(left ? 0.5 : 0.92),
    hukouDistrict: maker.pick(['西城区', '大兴区', '海淀区']),
    ...(maker.chance(0.1) ? { previousHukouDistrict: '丰台区', hukouTransferredOn: maker.near(month) } : {}),
    residenceDistrict: maker.pick(['西城区', '三河市', undefined]),
    economicClass: maker.pick(['none', '低保', '低收入', '特困', 'none', undefined]),
    familyPlanningSpecial: maker.chance(0.25),
    abilityLevel: maker.pick([0, 1, 2, 3, 4, 3, 4, null]),
    abilityAssessedOn: maker.maybe(0.85, () => maker.near(month)),
    disabilities: Array.from({ length: maker.pick([0, 0, 1, 1, 2]) }, () => ({
      kind: maker.pick(['视力', '听力', '言语', '肢体', '智力', '精神'] as const),
      grade: maker.pick([1, 2, 3, 4] as const),
    })),
    multipleDisability: maker.chance(0.3),
    otherBenefits: maker.chance(0.35) ? Array.from({ length: 1 + maker.below(2) }, () => benefit(maker)) : [],
    ...applications(maker, month),
    diedOn: maker.maybe(0.08, () => maker.near(month)),
    declaredMissingOn: maker.maybe(0.03, () => maker.near(month)),
    hukouLeftOn: left,
    imprisonedOn: maker.maybe(0.04, () => maker.near(month)),
    releasedOn: maker.maybe(0.03, () => maker.near(month)),
  };
}

function benefit(maker: Maker): string | { code: string; amountFen: number } {
  const code = maker.pick(CODES);
  if (!RIVAL.test(code) || maker.chance(0.3)) return code;
  return {
    code,
    amountFen: maker.pick([9_999, 10_000, 10_001, 19_999, 20_000, 29_999, 30_000, 30_001, 39_999, 40_000, 60_000]),
  };
}

function applications(maker: Maker, month: string): Partial<Person> {
  const dates: {
    applied: Record<string, string>;
    met: Record<string, string>;
    lost: Record<string, string>;
    failed: Record<string, string>;
  } = {
    applied: {},
    met: {},
    lost: {},
    failed: {},
  };
  for (const scheme of ['hardship', 'care', 'advancedAge']) {
    if (maker.chance(0.85)) dates.applied[scheme] = maker.chance(0.1) ? maker.dayIn(2019, 10) : maker.near(month);
    const applied = dates.applied[scheme];
    if (applied && maker.chance(0.5)) {
      const [year, m, day] = applied.split('-').map(Number) as [number, number, number];
      dates.met[scheme] = iso(utc(year, m - maker.pick([0, 5, 6, 6, 7]), day) + maker.pick([-2, -1, 0, 1, 2]) * DAY);
    } else if (maker.chance(0.3)) dates.met[scheme] = maker.near(month);
    if (maker.chance(0.05)) dates.lost[scheme] = maker.near(month);
    if (maker.chance(0.04)) dates.failed[scheme] = maker.near(month);
  }
  return {
    appliedOn: dates.applied,
    conditionsMetOn: dates.met,
    conditionsLostOn: dates.lost,
    reviewFailedOn: dates.failed,
  };
}
