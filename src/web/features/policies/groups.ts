import type { ReviewItem } from '#contracts/policies/documents.ts';

/** A measure or table row with the pieces decided under it; the header is group 0. */
export type Group = {
  number: number;
  label: string;
  title: string;
  section: string | null;
  start: number;
  end: number;
  items: ReviewItem[];
};

export type GroupState = 'done' | 'doubt' | 'open';

const CHINESE = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
export function chineseNumber(n: number): string {
  if (n < 10) return CHINESE[n] ?? String(n);
  const tens = Math.floor(n / 10);
  return `${tens > 1 ? CHINESE[tens] : ''}十${n % 10 ? CHINESE[n % 10] : ''}`;
}

export function groupItems(items: readonly ReviewItem[]): Group[] {
  const groups: Group[] = [];
  for (const item of items) {
    if (item.kind === 'header' || item.kind === 'measure' || item.kind === 'progress') groups.push(groupOf(item));
    else groups.at(-1)?.items.push(item);
  }
  return groups;
}

function groupOf(item: ReviewItem): Group {
  const { number, section, start, end } = item;
  const base = { number, section, start, end, items: [item] };
  if (item.kind === 'header') return { ...base, label: '文件', title: '标题、文号和日期' };
  const title = item.kind === 'measure' ? item.proposed.title : item.proposed.task;
  return { ...base, label: item.kind === 'measure' ? `（${chineseNumber(number)}）` : `第${number}行`, title };
}

export function stateOf(group: Group): GroupState {
  const open = group.items.filter(item => item.state === 'pending');
  if (open.length === 0) return 'done';
  return open.some(item => item.doubt) ? 'doubt' : 'open';
}

export const KIND_TITLES = {
  header: '文件信息',
  measure: '措施',
  units: '责任单位',
  target: '目标',
  progress: '任务和进展',
  figure: '进展里的数',
} as const;

export const OPERATORS = { '=': '=', '>=': '≥', '<=': '≤', '<': '<', '>': '>', '~': '约' } as const;
