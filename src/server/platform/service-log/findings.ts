/** What a check of the log can find. One kind per way of tampering; each finding names the place in Chinese. */
export const FINDING_KINDS = [
  'changed-row',
  'removed-row',
  'removed-tail',
  'rehashed-log',
  'forged-head',
  'removed-elder',
  'stray-row',
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

export type Finding = {
  kind: FindingKind;
  say: string;
  position?: number;
  entryId?: string;
  elderId?: string;
};

export type Report = {
  /** Leaves read, entries erased by order, and heads compared. */
  checked: { leaves: number; erased: number; waiting: number; heads: number };
  findings: Finding[];
};

export const FINDING_LABELS = {
  'changed-row': '内容被改',
  'removed-row': '记录被删',
  'removed-tail': '末尾被删',
  'rehashed-log': '日志被重算',
  'forged-head': '日志头不真',
  'removed-elder': '老人被删',
  'stray-row': '记录不在链上',
} as const satisfies Record<FindingKind, string>;
