import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { CivilDateText, Id, Instant } from '../nouns.ts';

/** Where a field's value comes from. */
export const FACT_SOURCES = ['register', 'import', 'edit', 'correction', 'comparison', 'assessment', 'event'] as const;
export const FactSource = z.enum(FACT_SOURCES);
export type FactSource = z.infer<typeof FactSource>;
export const FACT_SOURCE_LABELS = {
  register: '登记',
  import: '导入',
  edit: '修改',
  correction: '更正',
  comparison: '数据比对',
  assessment: '评估',
  event: '人生变动',
} as const satisfies Record<FactSource, string>;

/** How sure the register is of a value. Ours (designDefault): no document of the city grades facts. */
export const FACT_CONFIDENCES = ['checked', 'matched', 'stated', 'doubtful'] as const;
export const FactConfidence = z.enum(FACT_CONFIDENCES, { error: '请选把握有多大' });
export type FactConfidence = z.infer<typeof FactConfidence>;
export const FACT_CONFIDENCE_LABELS = {
  checked: '核对过证件或入户看过',
  matched: '与部门数据一致',
  stated: '本人、家属说的或表格填的',
  doubtful: '存疑，待核实',
} as const satisfies Record<FactConfidence, string>;

/** The origin of a change, kept beside each field it sets. */
export type FactOrigin = { source: FactSource; asOf: string; confidence: FactConfidence; reference?: string | null };

export const Fact = z.object({
  field: z.string(),
  label: z.string(),
  /** In words; of a sealed field masked, 空 where nothing stands. */
  value: z.string(),
  source: FactSource,
  /** With the entrance: 登记（窗口登记）. */
  sourceWords: z.string(),
  asOf: CivilDateText,
  by: z.string().nullable(),
  confidence: FactConfidence,
  reference: z.string().nullable(),
  setAt: Instant,
});
export type Fact = z.infer<typeof Fact>;

export const readFacts = endpoint({
  method: 'GET',
  path: '/api/elders/:id/facts',
  summary: '档案各项的来源：从哪来、哪天的、谁填的、把握多大',
  params: z.object({ id: Id }),
  holds: 'health',
  response: z.object({ rows: z.array(Fact) }),
  errors: ['platform.not-found', 'consents.family-withheld'],
});
