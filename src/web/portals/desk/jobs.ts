import type { Job } from '../../screen.ts';
import type { IconName } from '../../ui/icon.tsx';

type JobView = { label: string; icon: IconName; group: number };

/** Navigation by job, not by table: verbs of two or three characters, in three groups and the administrator's. */
export const JOB_VIEWS = {
  today: { label: '今天', icon: 'today', group: 1 },
  people: { label: '找人', icon: 'person', group: 1 },
  assess: { label: '做评估', icon: 'scales', group: 1 },
  benefits: { label: '办待遇', icon: 'heart', group: 1 },
  relief: { label: '帮困难', icon: 'umbrella', group: 1 },
  money: { label: '发补贴', icon: 'money', group: 1 },
  letters: { label: '送文书', icon: 'letter', group: 1 },
  dispatch: { label: '派服务', icon: 'dispatch', group: 2 },
  safety: { label: '守平安', icon: 'bell', group: 2 },
  visits: { label: '走访', icon: 'walk', group: 2 },
  organisations: { label: '管机构', icon: 'home', group: 3 },
  tasks: { label: '落任务', icon: 'document', group: 3 },
  figures: { label: '报数据', icon: 'chart', group: 3 },
  layout: { label: '看布局', icon: 'map', group: 3 },
  system: { label: '系统', icon: 'system', group: 4 },
} as const satisfies Record<Job, JobView>;
