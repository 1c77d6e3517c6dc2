import type { Selectable } from 'kysely';
import { makeIssue, makeScheme, spendVouchers, stepIssue, stepScheme } from '#modules/vouchers/index.ts';
import type { Orders, SettleLines } from '#platform/database/generated/tables.ts';
import type { Context } from '#platform/http/context.ts';
import { areaAt } from '#shared/area-codes.ts';
import { ABILITIES } from '../../demo/index.ts';
import { itemNamed } from '../catalogue.ts';
import { elderOf, type HistoryContext } from '../history-rows.ts';
import { lookup } from '../lookup.ts';
import { LOGIN_COMMUNITY } from '../plan.ts';
import type { StepContext } from '../step-context.ts';
import { contextOf } from '../step-job.ts';

const VALUE_FEN = 8_000;
const LEVELS = [2, 3, 4];
/** Months given out, each with the day its list was made and checked. */
const MONTHS = [
  { month: '2025-04', listed: '2025-03-27', checked: '2025-03-28' },
  { month: '2025-05', listed: '2025-04-27', checked: '2025-04-28' },
  { month: '2025-06', listed: '2025-05-27', checked: '2025-05-28' },
];
const isGiven = (day: string): boolean => MONTHS.some(one => day.startsWith(one.month));
const ITEMS = ['助浴', '助洁', '生活照料', '康复护理', '理发修脚'].map(name => itemNamed(name).item_code);

type OrderRow = Selectable<Orders>;

/** What of the confirmed orders in the login's community a voucher pays: each person's of the month, in the order of the days. */
export function paidByVoucher(h: HistoryContext, rows: readonly OrderRow[]): Map<string, number> {
  const parts = new Map<string, number>();
  if (h.place.code !== LOGIN_COMMUNITY) return parts;
  const left = new Map<string, number>();
  const paid = rows.filter(row => row.confirmed_at && isGiven(row.done_on ?? '') && ITEMS.includes(row.item_code));
  for (const row of paid.sort((a, b) => ((a.done_at ?? '') < (b.done_at ?? '') ? -1 : 1))) {
    if (!LEVELS.includes(ABILITIES.indexOf(elderOf(h, row.elder_id).ability))) continue;
    const voucher = `${row.elder_id} ${row.done_on?.slice(0, 7)}`;
    const balance = left.get(voucher) ?? VALUE_FEN;
    const fen = Math.min(balance, row.self_fen);
    left.set(voucher, balance - fen);
    if (fen > 0) parts.set(row.order_id, fen);
  }
  return parts;
}

/** One scheme of the login's district, given out for three months and partly spent; in larger cities July's list waits for its check. */
export async function loadVouchers(step: StepContext): Promise<number> {
  const district = areaAt(LOGIN_COMMUNITY, 'district');
  const offices = [...lookup(step.world).staff.values()];
  const [maker, checker] = offices.filter(one => one.role === 'district' && one.areaCode === district);
  if (!maker || !checker) return 0;
  const as = (who: typeof maker, day: string): Context => {
    const ctx = contextOf(step);
    const actor = {
      ...ctx.actor,
      accountId: who.staffId,
      name: who.name,
      role: 'district' as const,
      areaCode: district,
    };
    return { ...ctx, actor, today: day, now: `${day}T02:00:00.000Z` };
  };
  const scheme = await makeScheme(as(maker, '2025-03-18'), {
    ...{ name: '失能老年人居家服务券（演示数据）', valueFen: VALUE_FEN, period: 'month', keepMonths: 0, items: ITEMS },
    rule: { minAge: null, abilityLevels: LEVELS, economicClasses: [], tags: [] },
    ...{ validFrom: '2025-04-01', validTo: '2025-12-31', basis: '演示数据：没有查到规定面值的文件，由区里配置' },
  });
  await stepScheme(as(checker, '2025-03-20'), scheme.id, { action: 'check' });
  let people = 0;
  for (const { month, listed, checked } of MONTHS) {
    const issue = await makeIssue(as(maker, listed), scheme.id, { month });
    await stepIssue(as(checker, checked), issue.id, { action: 'check' });
    people += issue.people;
  }
  const spent = await redeem(step, day => as(maker, day));
  if (step.world.plan.size !== 'small') await makeIssue(as(maker, step.today), scheme.id, { month: '2025-07' });
  return people + spent;
}

/** Each settlement line that says so, on the day it was confirmed. */
async function redeem(step: StepContext, as: (day: string) => Context): Promise<number> {
  const { rows } = await step.client.query<Selectable<SettleLines>>(
    'select * from settle_lines where voucher_fen > 0 order by made_at, line_id',
  );
  for (const row of rows)
    await spendVouchers(as(row.made_at.slice(0, 10)), {
      ...{ elderId: row.elder_id, areaCode: row.area_code, itemCode: row.item_code, on: row.served_on },
      ...{ fen: row.voucher_fen, elderName: row.elder_name, itemName: row.item_name, providerId: row.provider_id },
      ...{ providerName: row.provider_name, orderId: row.order_id, recordId: row.record_id },
    });
  return rows.length;
}
