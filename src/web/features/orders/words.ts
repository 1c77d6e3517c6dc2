import { ORDER_PATH, ORDER_STATUS_LABELS, type OrderStatus } from '#contracts/order-lifecycle.ts';
import type { Order } from '#contracts/orders.ts';
import { fenToYuanText } from '#shared/money.ts';
import type { StepView } from '../../ui/record-parts.tsx';
import { instantWords } from '../../ui/words.ts';

export const statusTone = (status: OrderStatus): 'pine' | 'plain' | 'today' | 'over' => {
  if (status === 'submitted' || status === 'dispatched' || status === 'done') return 'today';
  return status === 'cancelled' ? 'plain' : 'pine';
};

export const yuan = (fen: number): string => `${fenToYuanText(fen)}元`;

/** 约 350 米 or 约 1.2 公里 from the home. */
export const metresWords = (metres: number): string =>
  metres < 1000 ? `${metres}米` : `${(metres / 1000).toFixed(1)}公里`;

const SHORT: Record<(typeof ORDER_PATH)[number], string> = {
  submitted: '下单',
  dispatched: '派单',
  accepted: '接单',
  started: '签到',
  done: '记录',
  confirmed: '确认',
  evaluated: '评价',
};

/** The seven dots of an order with time and actor out of its own steps; a cancelled order has no "now". */
export function stepsOf(
  order: Pick<Order, 'status' | 'history' | 'orderedAt' | 'orderedBy'>,
  today: string,
): StepView[] {
  const reached = order.status === 'settled' ? 'evaluated' : order.status;
  const at = (ORDER_PATH as readonly string[]).indexOf(reached);
  const last = at < 0 ? order.history.length : at;
  return ORDER_PATH.map((status, index) => {
    const step = order.history.find(s => s.to === status);
    const over = order.status === 'cancelled';
    const done = over ? step !== undefined : index <= last;
    const state = done ? 'done' : index === last + 1 && !over ? 'now' : 'later';
    const note = done && step ? `${instantWords(step.at, today)}，${step.actor}` : '';
    return { key: status, label: SHORT[status], state, note };
  });
}

/** What the order waits for, as one sentence. */
export const waitsFor = (order: Pick<Order, 'status' | 'caregiverName'>): string => {
  const who = order.caregiverName ?? '护理员';
  const words: Record<OrderStatus, string> = {
    submitted: '选一名护理员，派单',
    dispatched: `等${who}接单`,
    accepted: `等${who}上门签到`,
    started: `${who}正在服务，等记录`,
    done: '等老人或家属确认',
    confirmed: '已写结算行，等评价',
    evaluated: '已评价，等结算',
    settled: '已结算',
    cancelled: ORDER_STATUS_LABELS.cancelled,
  };
  return words[order.status];
};

/** The same for the elder and the family, who need no office words. */
export const MINE_WORDS: Record<OrderStatus, string> = {
  submitted: '正在找护理员',
  dispatched: '已找到护理员，等她答应',
  accepted: '说好了，到时候上门',
  started: '正在服务',
  done: '做完了，等您确认',
  confirmed: '已确认，请您评价',
  evaluated: '已评价，谢谢您',
  settled: '已结算',
  cancelled: '已取消',
};
