import { NEED_LIMITS, type NeedStatus } from '#contracts/need-lifecycle.ts';
import { FOUND_NEED_LABELS, type FoundNeed } from '#contracts/visits.ts';

type Need = {
  elder_id: string;
  elder_name: string;
  kind: FoundNeed;
  item_name: string | null;
  text: string | null;
  note: string | null;
  order_id: string | null;
};

/** 吃饭不方便（送餐上门）. */
export const needWords = ({ kind, item_name: item }: Need): string =>
  `${FOUND_NEED_LABELS[kind]}${item ? `（${item}）` : ''}`;

/** What the street owes an open need; an order made for it has duties of its own. */
export function dutyOf(need: Need, status: NeedStatus) {
  if (status !== 'unmet' && status !== 'matching') return undefined;
  if (status === 'matching' && need.order_id) return undefined;
  return {
    ...{ forRole: 'street' as const, kindLabel: '服务需求' },
    title: status === 'unmet' ? `处理${need.elder_name}的需要` : `${need.elder_name}的需要对接成没有`,
    reason: [needWords(need), status === 'unmet' ? need.text : need.note].filter(Boolean).join('：'),
    actionLabel: status === 'unmet' ? '去处理' : '记结果',
    path: `/desk/needs?status=${status}&elderId=${need.elder_id}`,
    withinWorkingDays: NEED_LIMITS[status],
  };
}
