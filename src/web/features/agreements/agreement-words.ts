import { AGREEMENT_STATUS_LABELS, type Agreement } from '#contracts/agreements.ts';
import { ASSIGNMENT_LABELS, type AssignmentStatus } from '#contracts/tasks.ts';
import { dateWords } from '../../ui/words.ts';

export const TASK_TONES = {
  assigned: 'today',
  'in-progress': 'today',
  reported: 'today',
  returned: 'over',
  done: 'pine',
} as const satisfies Record<AssignmentStatus, string>;

const EXPIRY_TONES = { none: 'plain', later: 'pine', soon: 'today', over: 'over' } as const;
export const expiryTone = (of: Agreement) => (of.status === 'ended' ? 'plain' : EXPIRY_TONES[of.expiry]);

/** 有效，到2026年11月15日 / 已过期，没有续签也没有终止. */
export function termWords(of: Agreement, today: string): string {
  if (of.status === 'ended') return AGREEMENT_STATUS_LABELS.ended;
  if (of.endsOn === null) return '有效，没有写期限';
  const on = dateWords(of.endsOn, today);
  if (of.expiry === 'over') return `${on}已到期，没有续签也没有终止`;
  return of.expiry === 'soon' ? `快到期，到${on}` : `有效，到${on}`;
}

export const partyWords = (of: Agreement): string => of.parties.map(party => party.name).join('、');

export const meetingWords = (of: Agreement): string | null =>
  of.meeting && (of.meetingNumber === null ? of.meeting : `第${of.meetingNumber}次${of.meeting}`);

/** 任务3项，办结1项. */
export function tasksWords(of: Agreement): string {
  if (of.tasks.length === 0) return '没有列任务';
  const done = of.tasks.filter(task => task.status === 'done').length;
  return `任务${of.tasks.length}项，办结${done}项`;
}

export const taskWords = (task: Agreement['tasks'][number]): string =>
  [task.unitName, ASSIGNMENT_LABELS[task.status], task.dueWords].filter(Boolean).join('，');
