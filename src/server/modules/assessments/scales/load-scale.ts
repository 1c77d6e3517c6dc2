import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { Scale } from '#contracts/assessments/scales.ts';

export const SCALE_IDS = ['gbt-42195-2022'] as const;
export type ScaleId = (typeof SCALE_IDS)[number];

const loaded = new Map<ScaleId, Scale>();

/** Reads a scale's data file once; throws if the file does not match its own arithmetic (shape errors by zod). */
export function loadScale(id: ScaleId): Scale {
  const known = loaded.get(id);
  if (known) return known;
  const scale = Scale.parse(parse(readFileSync(new URL(`./${id}.yaml`, import.meta.url), 'utf8')));
  for (const dimension of scale.dimensions) {
    const items = scale.items.filter(item => item.dimension === dimension.key);
    const sum = items.reduce((total, item) => total + item.max, 0);
    if (items.length !== dimension.items || sum !== dimension.max)
      throw new Error(
        `${id}：${dimension.nameZh}应为 ${dimension.items} 项 ${dimension.max} 分，数据是 ${items.length} 项 ${sum} 分`,
      );
  }
  loaded.set(id, scale);
  return scale;
}
