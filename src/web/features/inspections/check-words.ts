import type { CheckStatus } from '#contracts/inspection-lifecycle.ts';

export const CHECK_TONES = {
  drawn: 'today',
  checking: 'today',
  'found-consistent': 'pine',
  'found-short': 'over',
  'not-found': 'over',
  corrected: 'today',
  closed: 'plain',
} as const satisfies Record<CheckStatus, string>;

/** What the check waits for, in a sentence. */
export const CHECK_WAITS = {
  drawn: '接办这条核查',
  checking: '核实后登记结果',
  'found-consistent': '属实，可以办结',
  'found-short': '按核实的分钟数更正记录和结算',
  'not-found': '冲销这次服务的结算',
  corrected: '记录和结算已更正，可以办结',
  closed: '已办结',
} as const satisfies Record<CheckStatus, string>;
