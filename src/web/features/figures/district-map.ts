import type { Outlines } from '#contracts/areas.ts';
import { aroundAll, middleOf, pathOf, widthFor } from '../../ui/sketch.ts';

type District = Outlines['districts'][number];
export type Shape = { code: string; name: string; path: string; at: readonly [number, number]; small: boolean };
export type DrawnMap = { width: number; height: number; shapes: Shape[] };

/** Below this many square units a district's name is written short and small. */
const SMALL = 9_000;

/** Outlines in an SVG of the given height: paths, a place for each name, and which are too small for a long one. */
export function drawDistricts(districts: readonly District[], height: number): DrawnMap {
  const points = districts.flatMap(district => district.polygons.flat());
  const width = widthFor(points, height);
  const project = aroundAll(points, { width, height }, 0);
  const shapes = districts.map(({ code, name, polygons }) => {
    const { at, area } = middleOf(polygons, project);
    return { code, name, path: pathOf(polygons, project), at, small: area < SMALL };
  });
  return { width, height, shapes: apart(shapes) };
}

/** Two short names that would stand on one another (西城、东城): the later one moves a line down. */
const apart = (shapes: readonly Shape[]): Shape[] =>
  shapes.map((shape, index) => {
    const isHit = shapes
      .slice(0, index)
      .some(other => Math.abs(other.at[0] - shape.at[0]) < 36 && Math.abs(other.at[1] - shape.at[1]) < 16);
    return isHit ? { ...shape, at: [shape.at[0], shape.at[1] + 18] as const } : shape;
  });

/** Upper ends of up to `count` equal steps from 0 to the largest value, rounded up to whole numbers. */
export function stepsOf(values: readonly number[], count: number): number[] {
  const largest = Math.max(0, ...values);
  if (largest === 0) return [];
  const width = Math.max(1, Math.ceil(largest / count));
  return Array.from({ length: Math.ceil(largest / width) }, (_, i) => (i + 1) * width);
}
