import type { Random } from './random.ts';

/** WGS-84 longitude and latitude in degrees, in that order (GeoJSON, RFC 7946). */
export type Point = readonly [longitude: number, latitude: number];
/** Outer ring, closed or not; holes are not used by this product. */
export type Ring = readonly Point[];

const EARTH_METRES = 6_371_008.8;
const RAD = Math.PI / 180;
export const METRES_PER_DEGREE = 111_195;

/** Great-circle distance in metres on the mean sphere (error below 0.5 % against the ellipsoid). */
export function haversineMetres(a: Point, b: Point): number {
  const half = (degrees: number) => Math.sin((degrees * RAD) / 2) ** 2;
  const h = half(b[1] - a[1]) + Math.cos(a[1] * RAD) * Math.cos(b[1] * RAD) * half(b[0] - a[0]);
  return 2 * EARTH_METRES * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Even–odd rule; a point exactly on an edge may fall on either side. */
export function isInRing(p: Point, ring: Ring): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i] as Point;
    const [xj, yj] = ring[j] as Point;
    if (yi > p[1] !== yj > p[1] && p[0] < ((xj - xi) * (p[1] - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}

export const isInPolygons = (p: Point, polygons: readonly Ring[]): boolean => polygons.some(ring => isInRing(p, ring));

export type Box = readonly [west: number, south: number, east: number, north: number];

export function boxOf(polygons: readonly Ring[]): Box {
  let [w, s, e, n] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of polygons) {
    for (const [x, y] of ring) [w, s, e, n] = [Math.min(w, x), Math.min(s, y), Math.max(e, x), Math.max(n, y)];
  }
  return [w, s, e, n];
}

/** Uniform point inside the polygons by rejection from their box; the box's middle after 1,000 misses. */
export function randomPointIn(polygons: readonly Ring[], r: Random): Point {
  const [w, s, e, n] = boxOf(polygons);
  for (let i = 0; i < 1_000; i++) {
    const p: Point = [w + r.next() * (e - w), s + r.next() * (n - s)];
    if (isInPolygons(p, polygons)) return p;
  }
  return [(w + e) / 2, (s + n) / 2];
}

/** The point `east` and `north` metres away; good to centimetres over a few kilometres. */
export function moveMetres(p: Point, east: number, north: number): Point {
  const lat = p[1] + north / METRES_PER_DEGREE;
  return [p[0] + east / (METRES_PER_DEGREE * Math.cos(p[1] * RAD)), lat];
}
