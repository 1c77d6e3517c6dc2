import { civilDateToDays } from '#shared/dates.ts';
import { type Random, randomOf } from '#shared/random.ts';
import type { Place } from './city-map.ts';
import {
  BANDS,
  COUPLE_LIVING,
  DEMO_START,
  DISABLED_BY_BAND,
  FIRST_BAND_OF_80,
  INSTITUTION_BY_ABILITY,
  LEVEL_SPLIT,
  MARRIED_MEN,
  MARRIED_WOMEN,
  SINGLE_LIVING,
} from './model.ts';

/**
 * The facts that are counted (age, sex, couples, living, ability) for one community, as columns: cheap enough to draw
 * for all 5.14 million on every load (about 1 s), so that counts of communities not held person by person are the counts
 * of the very people whom the whole-city mode would make. `living` indexes LIVINGS, `ability` ABILITIES, `band` BANDS.
 */
export type Core = {
  size: number;
  bornDay: Int32Array;
  band: Uint8Array;
  male: Uint8Array;
  /** 0 not married, 1 spouse is an elder of this community (`spouse`), 2 spouse younger than 60 or elsewhere. */
  married: Uint8Array;
  spouse: Int32Array;
  living: Uint8Array;
  ability: Uint8Array;
};

const [ALONE, COUPLE, CHILDREN, OTHER, INSTITUTION] = [0, 1, 2, 3, 4];
const REFERENCE_DAY = civilDateToDays(DEMO_START);
const MODERATE = 2;

export function drawCore(seed: number, place: Place): Core {
  const r = randomOf(seed, 'core', place.code);
  const size = place.elders;
  const core: Core = {
    size,
    bornDay: new Int32Array(size),
    band: new Uint8Array(size),
    male: new Uint8Array(size),
    married: new Uint8Array(size),
    spouse: new Int32Array(size).fill(-1),
    living: new Uint8Array(size),
    ability: new Uint8Array(size),
  };
  drawAges(core, r, bandSums(place.share80));
  pairCouples(core, r);
  for (let i = 0; i < size; i++) core.ability[i] = drawAbility(core.band[i] as number, r);
  drawLiving(core, r);
  return core;
}

/** Cumulated band shares of a district: 80+ as the district has it, the split below and above as the city's. */
function bandSums(share80: number): number[] {
  const sum = (from: number, to: number) => BANDS.slice(from, to).reduce((t, b) => t + b.persons, 0);
  const [young, old] = [sum(0, FIRST_BAND_OF_80), sum(FIRST_BAND_OF_80, BANDS.length)];
  let total = 0;
  return BANDS.map((b, i) => {
    total += i < FIRST_BAND_OF_80 ? (b.persons / young) * (1 - share80) : (b.persons / old) * share80;
    return total;
  });
}

function drawAges(core: Core, r: Random, sums: number[]): void {
  for (let i = 0; i < core.size; i++) {
    const u = r.next();
    let band = 0;
    while (band < BANDS.length - 1 && u >= (sums[band] as number)) band++;
    const { from, to, female } = BANDS[band] as (typeof BANDS)[number];
    // + 1 day: nobody is younger than the band's first birthday, whatever the leap years.
    core.bornDay[i] = REFERENCE_DAY - Math.ceil(from * 365.25 + 1 + r.next() * ((to - from) * 365.25 - 3));
    core.band[i] = band;
    core.male[i] = r.next() < female ? 0 : 1;
  }
}

/** Married men and women of the community are matched from the oldest down, so spouses are of like age. */
function pairCouples(core: Core, r: Random): void {
  const men: number[] = [];
  const women: number[] = [];
  for (let i = 0; i < core.size; i++) {
    const male = core.male[i] === 1;
    const share = (male ? MARRIED_MEN : MARRIED_WOMEN)[core.band[i] as number] ?? 0;
    if (r.next() >= share) continue;
    core.married[i] = 2;
    // Sort key: birth day, a little shuffled (so couples differ by years), with the index in the low digits.
    const key = ((core.bornDay[i] as number) + 40_000 + r.below(1_800)) * 8_192 + i;
    (male ? men : women).push(key);
  }
  const husbands = Float64Array.from(men).sort();
  const wives = Float64Array.from(women).sort();
  for (let k = 0; k < Math.min(husbands.length, wives.length); k++) {
    const [h, w] = [(husbands[k] as number) % 8_192, (wives[k] as number) % 8_192];
    [core.spouse[h], core.spouse[w]] = [w, h];
    core.married[h] = core.married[w] = 1;
  }
}

function drawAbility(band: number, r: Random): number {
  if (r.next() >= (DISABLED_BY_BAND[band] as number)) return 0;
  const u = r.next();
  if (u < LEVEL_SPLIT[0]) return 1;
  if (u < LEVEL_SPLIT[0] + LEVEL_SPLIT[1]) return 2;
  return u < 1 - LEVEL_SPLIT[3] ? 3 : 4;
}

function drawLiving(core: Core, r: Random): void {
  for (let i = 0; i < core.size; i++) {
    const spouse = core.spouse[i] as number;
    if (spouse >= 0 && spouse < i) core.living[i] = core.living[spouse] as number;
    else core.living[i] = core.married[i] ? coupleLiving(r) : singleLiving(r);
  }
  for (let i = 0; i < core.size; i++) {
    const ability = core.ability[i] as number;
    const chance = (INSTITUTION_BY_ABILITY[ability] as number) * (core.married[i] ? 0.33 : 1);
    if (r.next() >= chance || core.living[i] === INSTITUTION) continue;
    core.living[i] = INSTITUTION;
    const spouse = core.spouse[i] as number;
    // Whoever stays behind of a couple lives alone from then on; a spouse in need of care goes too.
    if (spouse >= 0 && core.living[spouse] === COUPLE) {
      core.living[spouse] = (core.ability[spouse] as number) >= MODERATE ? INSTITUTION : ALONE;
    }
  }
}

function coupleLiving(r: Random): number {
  const u = r.next();
  if (u < COUPLE_LIVING.coupleOnly) return COUPLE as number;
  return (u < COUPLE_LIVING.coupleOnly + COUPLE_LIVING.withChildren ? CHILDREN : OTHER) as number;
}

function singleLiving(r: Random): number {
  const u = r.next();
  if (u < SINGLE_LIVING.alone) return ALONE as number;
  return (u < SINGLE_LIVING.alone + SINGLE_LIVING.withChildren ? CHILDREN : OTHER) as number;
}
