import { expect, test } from 'vitest';
import { type At, aroundAll, aroundPoint, labelsThatFit, middleOf, pathOf } from './sketch.ts';

const frame = { width: 800, height: 700 };

test('a circle around a point touches the shorter side', () => {
  const { project, perMetre } = aroundPoint([116.33, 39.74], 3000, frame);
  expect(project([116.33, 39.74])).toEqual([400, 350]);
  const [, north] = project([116.33, 39.74 + 3000 / 111_195]);
  expect(north).toBeCloseTo(0, 3);
  expect(perMetre * 3000).toBe(350);
});

test('all points lie inside, north up', () => {
  const ring: At[] = [
    [116, 39.4],
    [117, 39.4],
    [117, 40.2],
  ];
  const project = aroundAll(ring, frame);
  for (const at of ring) {
    const [x, y] = project(at);
    expect(x).toBeGreaterThanOrEqual(15.9);
    expect(x).toBeLessThanOrEqual(784.1);
    expect(y).toBeGreaterThanOrEqual(15.9);
    expect(y).toBeLessThanOrEqual(684.1);
  }
  expect(project([116, 40.2])[1]).toBeLessThan(project([116, 39.4])[1]);
  expect(pathOf([ring], project)).toMatch(/^M[\d. L-]+Z$/);
  const { at, area } = middleOf([ring], project);
  const [x, y] = [0, 1].map(axis => ring.reduce((sum, p) => sum + (project(p)[axis] ?? 0), 0) / 3);
  expect(at[0]).toBeCloseTo(x ?? 0, 3);
  expect(at[1]).toBeCloseTo(y ?? 0, 3);
  expect(area).toBeGreaterThan(100_000);
});

test('labels do not lie on one another', () => {
  const at = (key: string, x: number, y = 300) => ({ key, x, y, width: 100 });
  expect([...labelsThatFit([at('a', 200), at('b', 260), at('c', 320), at('d', 20)], frame)]).toEqual(['a', 'c']);
});
