import { z } from 'zod';

/** 四类数据 of S1-18.2 (SYS-002). */
export const DATA_CLASSES = ['health', 'medical', 'service', 'facility'] as const;
export const DataClass = z.enum(DATA_CLASSES);
export type DataClass = z.infer<typeof DataClass>;
export const DATA_CLASS_LABELS = {
  health: '健康信息',
  medical: '医疗数据',
  service: '服务数据',
  facility: '养老设施数据',
} as const satisfies Record<DataClass, string>;

/**
 * What a marked field of an answer holds. `health-level` is the bare level that money rests on, `health-measured` what a
 * service measured itself, `medical-cost` what a person paid for treatment: each has its own line in classes.yaml.
 */
export const CONTENTS = ['health', 'health-level', 'health-measured', 'medical', 'medical-cost'] as const;
export type Content = (typeof CONTENTS)[number];
export const CLASS_OF_CONTENT = {
  health: 'health',
  'health-level': 'health',
  'health-measured': 'health',
  medical: 'medical',
  'medical-cost': 'medical',
} as const satisfies Record<Content, DataClass>;

/**
 * Marks a field whose content not everybody who reaches the record may see. The server empties it before the answer leaves
 * (platform/http/fence.ts) and writes down who saw it; so the field must be able to be empty. Also in openapi.json.
 */
export const ofClass = <T extends z.ZodType>(content: Content, field: T): T => field.meta({ content }) as T;

/** Stands beside marked fields: which of them are left out, why, and how to obtain them. */
export const Withheld = z.string().nullable().optional();
