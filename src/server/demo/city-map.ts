import { readDivisions, readOutlines } from '#modules/areas/index.ts';
import { moveMetres, type Point, randomPointIn } from '#shared/geo.ts';
import { apportion, normal, randomOf } from '#shared/random.ts';
import { CITY_ELDERS, DEFAULT_SEED, readDistrictElders } from './model.ts';

/** One community or village of the synthetic city with its number of elders. Points are synthetic within the district. */
export type Place = {
  index: number;
  code: string;
  name: string;
  /** 枣园社区居委会 → 枣园. */
  base: string;
  streetCode: string;
  streetName: string;
  districtCode: string;
  districtName: string;
  rural: boolean;
  elders: number;
  /** Share of 80+ among the elders of its district. */
  share80: number;
  point: Point;
};

export type CityMap = { seed: number; elders: number; places: Place[]; inPeople: Place[] };

/** Streets held person by person in the default demo: two of 西城, two of 大兴 (one urban, one with villages). */
export const DEMO_STREETS = ['110102017000', '110102018000', '110115003000', '110115110000'] as const;

/** Rough centres (WGS-84, memory, 1 km) of the four streets; every other street gets a random place in its district. */
const STREET_CENTRES: Record<string, Point> = {
  '110102017000': [116.3585, 39.8935],
  '110102018000': [116.3625, 39.8835],
  '110115003000': [116.3265, 39.745],
  '110115110000': [116.4135, 39.662],
};

const strip = (name: string) =>
  name.replace(/(社区)?(居委会|居民委员会|村委会|村民委员会|委员会)$/, '').replace(/社区$/, '') || name;

/** Digits 10–12 of the statistics code: 001–199 居委会, 200–399 村委会, 400 and up 类似 (development zones, bases). */
const kindOf = (code: string): 'urban' | 'village' | 'zone' => {
  const n = Number(code.slice(9));
  if (n >= 400) return 'zone';
  return n >= 200 ? 'village' : 'urban';
};
const WEIGHT = { urban: 3, village: 1, zone: 0.25 } as const;

/**
 * The city's 7,535 communities with their elders; parts add up exactly to `elders`. Deterministic in (seed, elders).
 * `inPeople` are the communities generated person by person: all of them when `whole`, else the four demo streets.
 */
export function cityMap(options: { seed?: number; elders?: number; whole?: boolean } = {}): CityMap {
  const { seed = DEFAULT_SEED, elders = CITY_ELDERS, whole = false } = options;
  const divisions = readDivisions();
  const nameOf = new Map(divisions.map(d => [d.code, d.name]));
  const communities = divisions.filter(d => d.level === 'community');
  const centres = streetCentres(seed);
  const districts = readDistrictElders();
  const perDistrict = apportion(
    elders,
    districts.map(d => d.elders60),
  );
  const places: Place[] = [];
  districts.forEach((district, i) => {
    const own = communities.filter(c => c.code.startsWith(district.code.slice(0, 6)));
    const weights = own.map(c => WEIGHT[kindOf(c.code)] * Math.exp(0.3 * normal(randomOf(seed, 'weight', c.code))));
    const counts = apportion(perDistrict[i] ?? 0, weights);
    own.forEach((c, k) => {
      const streetCode = `${c.code.slice(0, 9)}000`;
      const rural = kindOf(c.code) === 'village';
      const spread = rural ? 2_500 : 700;
      const r = randomOf(seed, 'place', c.code);
      places.push({
        index: places.length,
        code: c.code,
        name: c.name,
        base: strip(c.name),
        streetCode,
        streetName: nameOf.get(streetCode) ?? '',
        districtCode: district.code,
        districtName: district.name,
        rural,
        elders: counts[k] ?? 0,
        share80: district.elders80 / district.elders60,
        point: moveMetres(centres.get(streetCode) as Point, spread * normal(r), spread * normal(r)),
      });
    });
  });
  const largest = Math.max(...places.map(p => p.elders));
  // Couples are sorted by keys that hold 13 bits of index; phones hold four digits of it.
  if (largest > 8_191) throw new Error(`${elders} elders are too many: one community would hold ${largest}`);
  const inPeople = whole ? places : places.filter(p => (DEMO_STREETS as readonly string[]).includes(p.streetCode));
  return { seed, elders, places, inPeople };
}

/** A synthetic centre for each street, uniform in its district outline: no open data gives street outlines. */
function streetCentres(seed: number): Map<string, Point> {
  const polygons = new Map(readOutlines().districts.map(d => [d.code, d.polygons]));
  const streets = readDivisions().filter(d => d.level === 'street');
  return new Map(
    streets.map(s => {
      const outline = polygons.get(`${s.code.slice(0, 6)}000000`) ?? [];
      return [s.code, STREET_CENTRES[s.code] ?? randomPointIn(outline, randomOf(seed, 'street', s.code))];
    }),
  );
}
