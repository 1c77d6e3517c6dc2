import type { CityMap, Place } from './city-map.ts';
import { ABILITIES, BANDS, DEMO_START, LIVINGS } from './model.ts';
import { drawCore } from './people-core.ts';

/**
 * Elders of one community by age band and ability, one number for each living state (LIVINGS order): about 20 rows a
 * community, 150,000 for the city. Every community has its counts, also those held person by person (they agree).
 */
export type AreaCount = { areaCode: string; ageBand: string; ability: string; asOf: string; living: number[] };

export function* generateCounts(map: CityMap, places: readonly Place[] = map.places): Generator<AreaCount> {
  const width = LIVINGS.length;
  const cells = new Int32Array(BANDS.length * ABILITIES.length * width);
  for (const place of places) {
    cells.fill(0);
    const core = drawCore(map.seed, place);
    for (let i = 0; i < core.size; i++) {
      const row = (core.band[i] as number) * ABILITIES.length + (core.ability[i] as number);
      const at = row * width + (core.living[i] as number);
      cells[at] = (cells[at] as number) + 1;
    }
    for (let row = 0; row < cells.length / width; row++) {
      const living = Array.from(cells.subarray(row * width, row * width + width));
      if (living.every(n => n === 0)) continue;
      yield {
        areaCode: place.code,
        ageBand: BANDS[Math.floor(row / ABILITIES.length)]?.band ?? '',
        ability: ABILITIES[row % ABILITIES.length] ?? '',
        asOf: DEMO_START,
        living,
      };
    }
  }
}
