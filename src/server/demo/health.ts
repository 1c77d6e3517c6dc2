import { type Random, weighted } from '#shared/random.ts';
import type { DisabilityKind } from './people-types.ts';

/** Chronic diseases: share at 60–64 and what each further band adds (modelled after national surveys, memory). */
const DISEASES = [
  ['高血压', 0.46, 0.05],
  ['糖尿病', 0.17, 0.015],
  ['冠心病', 0.09, 0.04],
  ['脑卒中', 0.03, 0.018],
  ['骨关节炎', 0.12, 0.03],
  ['白内障', 0.04, 0.05],
  ['慢性阻塞性肺疾病', 0.03, 0.012],
  ['骨质疏松', 0.06, 0.03],
  ['帕金森病', 0.004, 0.004],
] as const;

const NONE: string[] = [];

export function diseasesOf(r: Random, band: number, dementia: boolean): string[] {
  let list = NONE;
  for (const [name, base, perBand] of DISEASES) {
    if (r.next() >= base + perBand * band) continue;
    if (list === NONE) list = [name];
    else list.push(name);
  }
  if (!dementia) return list;
  return list === NONE ? ['阿尔茨海默病'] : [...list, '阿尔茨海默病'];
}

const kind: (r: Random) => DisabilityKind = weighted<DisabilityKind>([
  ['肢体', 52],
  ['视力', 14],
  ['听力', 18],
  ['言语', 1],
  ['智力', 3],
  ['精神', 6],
  ['多重', 6],
]);
const lightGrade = weighted<1 | 2 | 3 | 4>([
  [4, 45],
  [3, 35],
  [2, 14],
  [1, 6],
]);
const heavyGrade = weighted<1 | 2 | 3 | 4>([
  [4, 8],
  [3, 27],
  [2, 35],
  [1, 30],
]);

/** Holder of a disability certificate (残疾人证): 3 % of the able, 40 % of the disabled (modelled). */
export function disabilityOf(r: Random, ability: number): { kind: DisabilityKind; grade: 1 | 2 | 3 | 4 } | null {
  if (r.next() >= (ability === 0 ? 0.03 : 0.4)) return null;
  return { kind: kind(r), grade: (ability >= 3 ? heavyGrade : lightGrade)(r) };
}
