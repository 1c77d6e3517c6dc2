import { z } from 'zod';

/** How sure we are of a value of the law; anything but `found` or `seed` is shown as such on the screen. */
export const CONFIDENCES = [
  'seed',
  'found',
  'found second-hand',
  'memory',
  'uncertain',
  'modelled',
  'designDefault',
] as const;
export const Confidence = z.enum(CONFIDENCES);
export type Confidence = z.infer<typeof Confidence>;
export const CONFIDENCE_LABELS = {
  seed: '任务文件原文',
  found: '已查到原文',
  'found second-hand': '转引，未见原文',
  memory: '凭经验，待核对',
  uncertain: '未定，可配置',
  modelled: '推算，非官方',
  designDefault: '系统默认，可配置',
} as const satisfies Record<Confidence, string>;

/** Values that may act without a mark beside them. */
export const isSure = (confidence: Confidence): boolean => confidence === 'seed' || confidence === 'found';
