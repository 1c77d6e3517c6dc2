import { moveMetres, type Point } from '#shared/geo.ts';
import { pick, type Random, randomOf } from '#shared/random.ts';
import type { Place } from './city-map.ts';

export type Dwelling = { road: string; estate: string; door: string; point: Point };

const ROAD_ENDS = ['路', '大街', '东路', '西路', '南路', '北路', '东街', '西街'];
const ESTATE_ENDS = ['小区', '家园', '苑', '东里', '西里', '花园'];

/** Draws dwellings of one community: synthetic roads, 2–5 小区 of some buildings each, or houses of a village. */
export function dwellingsOf(seed: number, place: Place): (r: Random) => Dwelling {
  const r = randomOf(seed, 'estates', place.code);
  const street = place.streetName.replace(/(街道|地区|镇|乡)$/, '');
  const road = (from: Random) => `${street}${pick(from, ROAD_ENDS)}`;
  if (place.rural) {
    return own => ({
      road: road(own),
      estate: place.base,
      door: `${1 + own.below(260)}号`,
      point: near(place.point, own, 260),
    });
  }
  const named = /(里|园|苑|小区|家园|花园|新城|区)$/.test(place.base);
  const estates = Array.from({ length: 2 + r.below(4) }, (_, i) => ({
    name:
      i === 0 && named ? place.base : `${place.base}${named ? '' : (ESTATE_ENDS[i] ?? '')}${named ? `${i}号院` : ''}`,
    road: road(r),
    point: near(place.point, r, 200),
    buildings: 4 + r.below(20),
    floors: r.next() < 0.6 ? 6 : 18,
  }));
  return own => {
    const estate = pick(own, estates);
    const building = 1 + own.below(estate.buildings);
    const door = `${building}号楼${1 + own.below(5)}单元${1 + own.below(estate.floors)}0${1 + own.below(4)}`;
    return { road: estate.road, estate: estate.name, door, point: near(estate.point, own, 60) };
  };
}

/** A point some metres off, rounded to five decimals (about a metre). */
function near(p: Point, r: Random, metres: number): Point {
  const [x, y] = moveMetres(p, (r.next() - 0.5) * 2 * metres, (r.next() - 0.5) * 2 * metres);
  return [Math.round(x * 1e5) / 1e5, Math.round(y * 1e5) / 1e5];
}
