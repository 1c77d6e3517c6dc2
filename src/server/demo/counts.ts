import type { CityMap, Place } from './city-map.ts';
import { ABILITIES, DEMO_START, LIVINGS } from './model.ts';
import { drawCore } from './people-core.ts';

/** Bands of the counts, by index of BANDS: what benefits and visits ask for (65, 70, 80, 90, 100), and no finer. */
export const COUNT_BANDS = ['60-64', '65-69', '70-79', '80-89', '90-99', '100+'] as const;
const COUNT_BAND_OF = [0, 1, 2, 2, 3, 3, 4, 4, 5] as const;

/**
 * Elders of one community by age band and ability, one number for each living state (LIVINGS order): about 20 rows a
 * community, 150,000 for the city. Every community has its counts, also those held person by person (they agree).
 */
export type AreaCount = { areaCode: string; ageBand: string; ability: string; asOf: string; living: number[] };

export function* generateCounts(map: CityMap, places: readonly Place[] = map.places): Generator<AreaCount> {
  const width = LIVINGS.length;
  const cells = new Int32Array(COUNT_BANDS.length * ABILITIES.length * width);
  for (const place of places) {
    cells.fill(0);
    const core = drawCore(map.seed, place);
    for (let i = 0; i < core.size; i++) {
      const row = (COUNT_BAND_OF[core.band[i] as number] as number) * ABILITIES.length + (core.ability[i] as number);
      const at = row * width + (core.living[i] as number);
      cells[at] = (cells[at] as number) + 1;
    }
    for (let row = 0; row < cells.length / width; row++) {
      const living = Array.from(cells.subarray(row * width, row * width + width));
      if (living.every(n => n === 0)) continue;
      yield {
        areaCode: place.code,
        ageBand: COUNT_BANDS[Math.floor(row / ABILITIES.length)] ?? '',
        ability: ABILITIES[row % ABILITIES.length] ?? '',
        asOf: DEMO_START,
        living,
      };
    }
  }
}
