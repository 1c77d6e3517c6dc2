import type { Outlines } from '#contracts/areas.ts';

type Point = readonly [number, number];
type District = Outlines['districts'][number];
export type Shape = { code: string; name: string; path: string; at: Point; small: boolean };
export type DrawnMap = { width: number; height: number; shapes: Shape[] };

/** At 40° north a degree of longitude is 0.766 of a degree of latitude; enough for a sketch of one city. */
const SQUEEZE = Math.cos((40 * Math.PI) / 180);
/** Below this many square units a district's name is written short and small. */
const SMALL = 9_000;

/** Outlines in an SVG of the given height: paths, a place for each name, and which are too small for a long one. */
export function drawDistricts(districts: readonly District[], height: number): DrawnMap {
  const all = districts.flatMap(district => district.polygons.flat());
  const lons = all.map(([lon]) => lon * SQUEEZE);
  const lats = all.map(([, lat]) => lat);
  const [west, east] = [Math.min(...lons), Math.max(...lons)];
  const [south, north] = [Math.min(...lats), Math.max(...lats)];
  const scale = height / (north - south || 1);
  const place = ([lon, lat]: Point): Point => [(lon * SQUEEZE - west) * scale, (north - lat) * scale];
  const shapes = districts.map(district => {
    const rings = district.polygons.map(ring => ring.map(place));
    const main = rings.reduce((a, b) => (Math.abs(areaOf(b)) > Math.abs(areaOf(a)) ? b : a), rings[0] ?? []);
    return {
      code: district.code,
      name: district.name,
      path: rings.map(pathOf).join(''),
      at: centreOf(main),
      small: Math.abs(areaOf(main)) < SMALL,
    };
  });
  return { width: (east - west) * scale, height, shapes: apart(shapes) };
}

/** Two short names that would stand on one another (西城、东城): the later one moves a line down. */
const apart = (shapes: readonly Shape[]): Shape[] =>
  shapes.map((shape, index) => {
    const isHit = shapes
      .slice(0, index)
      .some(other => Math.abs(other.at[0] - shape.at[0]) < 36 && Math.abs(other.at[1] - shape.at[1]) < 16);
    return isHit ? { ...shape, at: [shape.at[0], shape.at[1] + 18] as const } : shape;
  });

const pathOf = (ring: readonly Point[]): string =>
  `M${ring.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`;

const pairs = (ring: readonly Point[]) => ring.map((from, i) => [from, ring[(i + 1) % ring.length] ?? from] as const);

/** Signed area by the shoelace formula. */
const areaOf = (ring: readonly Point[]): number =>
  pairs(ring).reduce((sum, [[x, y], [u, v]]) => sum + x * v - u * y, 0) / 2;

function centreOf(ring: readonly Point[]): Point {
  const area = areaOf(ring) || 1;
  const sum = (pick: (a: Point, b: Point) => number) =>
    pairs(ring).reduce((total, [a, b]) => total + pick(a, b) * (a[0] * b[1] - b[0] * a[1]), 0) / (6 * area);
  return [sum((a, b) => a[0] + b[0]), sum((a, b) => a[1] + b[1])];
}

/** Upper ends of up to `count` equal steps from 0 to the largest value, rounded up to whole numbers. */
export function stepsOf(values: readonly number[], count: number): number[] {
  const largest = Math.max(0, ...values);
  if (largest === 0) return [];
  const width = Math.max(1, Math.ceil(largest / count));
  return Array.from({ length: Math.ceil(largest / width) }, (_, i) => (i + 1) * width);
}
