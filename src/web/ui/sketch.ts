/** Sketch maps without a street map: longitude and latitude to SVG units around a point or a box. Pure. */
export type At = readonly [longitude: number, latitude: number];
export type Project = (at: At) => readonly [x: number, y: number];
export type Frame = { width: number; height: number };

const METRES_PER_DEGREE = 111_195;
const squeeze = (latitude: number): number => Math.cos((latitude * Math.PI) / 180);

/** A circle of `metres` around `centre` touches the frame's shorter side; also answers units per metre. */
export function aroundPoint(centre: At, metres: number, frame: Frame): { project: Project; perMetre: number } {
  const perMetre = Math.min(frame.width, frame.height) / 2 / metres;
  const perDegree = perMetre * METRES_PER_DEGREE;
  const project: Project = ([longitude, latitude]) => [
    frame.width / 2 + (longitude - centre[0]) * squeeze(centre[1]) * perDegree,
    frame.height / 2 - (latitude - centre[1]) * perDegree,
  ];
  return { project, perMetre };
}

/** All points inside the frame, with a margin, in true proportions. */
export function aroundAll(points: readonly At[], frame: Frame, margin = 16): Project {
  const [west, east] = rangeOf(points.map(p => p[0]));
  const [south, north] = rangeOf(points.map(p => p[1]));
  const narrow = squeeze((south + north) / 2);
  const scale = Math.min(
    (frame.width - 2 * margin) / ((east - west) * narrow || 1),
    (frame.height - 2 * margin) / (north - south || 1),
  );
  const left = (frame.width - (east - west) * narrow * scale) / 2;
  const top = (frame.height - (north - south) * scale) / 2;
  return ([longitude, latitude]) => [left + (longitude - west) * narrow * scale, top + (north - latitude) * scale];
}

const rangeOf = (list: readonly number[]): [number, number] =>
  list.reduce<[number, number]>(([low, high], n) => [Math.min(low, n), Math.max(high, n)], [Infinity, -Infinity]);

/** Outline rings as one SVG path. */
export const pathOf = (rings: readonly (readonly At[])[], project: Project): string =>
  rings
    .map(ring => {
      const points = ring.map(at =>
        project(at)
          .map(n => n.toFixed(1))
          .join(' '),
      );
      return `M${points.join('L')}Z`;
    })
    .join('');

const pairs = (ring: readonly At[]) => ring.map((from, i) => [from, ring[(i + 1) % ring.length] ?? from] as const);

/** Signed area by the shoelace formula, in the ring's own units. */
const areaOf = (ring: readonly At[]): number =>
  pairs(ring).reduce((sum, [[x, y], [u, v]]) => sum + x * v - u * y, 0) / 2;

function centreOf(ring: readonly At[]): At {
  const area = areaOf(ring) || 1;
  const sum = (pick: (a: At, b: At) => number) =>
    pairs(ring).reduce((total, [a, b]) => total + pick(a, b) * (a[0] * b[1] - b[0] * a[1]), 0) / (6 * area);
  return [sum((a, b) => a[0] + b[0]), sum((a, b) => a[1] + b[1])];
}

/** Centre and size (square units) of the largest ring: where a name stands, and whether a long one fits. */
export function middleOf(
  rings: readonly (readonly At[])[],
  project: Project,
): { at: readonly [number, number]; area: number } {
  const drawn = rings.map(ring => ring.map(project));
  const main = drawn.reduce<readonly At[]>(
    (a, b) => (Math.abs(areaOf(b)) > Math.abs(areaOf(a)) ? b : a),
    drawn[0] ?? [],
  );
  return { at: centreOf(main), area: Math.abs(areaOf(main)) };
}

/** Width of a frame of this height that all points fill from edge to edge. */
export function widthFor(points: readonly At[], height: number): number {
  const [west, east] = rangeOf(points.map(p => p[0]));
  const [south, north] = rangeOf(points.map(p => p[1]));
  return ((east - west) * squeeze((south + north) / 2) * height) / (north - south || 1);
}

export type Label = { key: string; x: number; y: number; width: number };

/** Keys of the labels that fit, earlier ones first; a label that would lie on another is left out. */
export function labelsThatFit(labels: readonly Label[], frame: Frame, height = 36): ReadonlySet<string> {
  const kept: Label[] = [];
  for (const label of labels) {
    const half = label.width / 2;
    const inside =
      label.x - half > 0 && label.x + half < frame.width && label.y - height - 10 > 0 && label.y < frame.height;
    const free = kept.every(
      k => Math.abs(k.x - label.x) > (k.width + label.width) / 2 || Math.abs(k.y - label.y) > height + 6,
    );
    if (inside && free) kept.push(label);
  }
  return new Set(kept.map(k => k.key));
}
