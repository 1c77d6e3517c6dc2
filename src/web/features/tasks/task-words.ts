import type { Assignment, AssignmentStatus, Task, TaskTarget } from '#contracts/tasks.ts';
import type { Due } from '../../ui/marks.tsx';

export const UNIT_ROLE_LABELS = { lead: '牵头', cooperating: '配合' } as const;

export const STATUS_TONES = {
  assigned: 'plain',
  'in-progress': 'pine',
  reported: 'today',
  returned: 'over',
  done: 'pine',
} as const satisfies Record<AssignmentStatus, string>;

/** 市卫生健康委（牵头）、各街镇（20个）. */
export const unitsWords = (units: Task['units']): string =>
  units
    .map(({ name, role, isGroup, count }) => {
      const marks = [role && UNIT_ROLE_LABELS[role], isGroup && `${count}个`].filter(Boolean);
      return marks.length > 0 ? `${name}（${marks.join('，')}）` : name;
    })
    .join('、');

const OPERATORS = { '=': '', '>=': '不少于', '<=': '不超过', '<': '少于', '>': '多于', '~': '约' } as const;

/** 不少于2000张，12月31日前; the quote of the document stands beside it. */
export const targetWords = (target: TaskTarget): string => `${OPERATORS[target.op]}${target.value}${target.unit}`;

/** The server's deadline words as a chip. */
export function dueOf(assignment: Pick<Assignment, 'status' | 'dueWords'>): Due | null {
  if (assignment.status === 'done') return { kind: 'done' };
  if (!assignment.dueWords) return null;
  const words = assignment.dueWords.replaceAll(' ', '').replace(/^今天/, '今天到期');
  const kind =
    words.startsWith('超期') || words.startsWith('已到期') ? 'over' : words.startsWith('今天') ? 'today' : 'left';
  return { kind, words };
}
