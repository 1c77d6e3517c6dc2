import { listOrders, type OrderRow } from '#contracts/orders.ts';
import { useQueryOf } from '../../api.ts';
import { useBusinessDate } from '../../session.ts';

const TIMES = ['上午', '中午', '下午', '晚上'];
const timeOf = (row: OrderRow): number => (row.wantedTime ? TIMES.indexOf(row.wantedTime.slice(0, 2)) : 9);
const OPEN = ['dispatched', 'accepted', 'started'];

/** The caregiver's day: today's orders and older ones still open, by time; the one to do now. */
export function useFieldDay() {
  const today = useBusinessDate();
  const answer = useQueryOf(listOrders, { query: { wantedTo: today, limit: 100 } }, { enabled: today !== '' });
  const rows = (answer.data?.rows ?? [])
    .filter(row => row.wantedOn === today || OPEN.includes(row.status))
    .filter(row => row.status !== 'cancelled')
    .sort((a, b) => Number(OPEN.includes(a.status)) - Number(OPEN.includes(b.status)) || timeOf(a) - timeOf(b));
  const current =
    rows.find(row => row.status === 'started') ??
    rows.find(row => row.status === 'accepted') ??
    rows.find(row => row.status === 'dispatched');
  return { answer, rows, current, today };
}

export const isOver = (row: OrderRow): boolean => !OPEN.includes(row.status);
