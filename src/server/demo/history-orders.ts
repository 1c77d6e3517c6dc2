import { addDays, civilDateToDays } from '#shared/dates.ts';
import { pick, type Random, weighted } from '#shared/random.ts';
import { dateOfDay, demoId, instantOf, msOf } from './demo-ids.ts';
import type { DemoOrder } from './history-types.ts';
import { DEMO_START, HISTORY_FROM } from './model.ts';
import type { DemoElder } from './people-types.ts';
import type { LocalSupply } from './supply.ts';

const TODAY = civilDateToDays(DEMO_START);
const FROM = civilDateToDays(HISTORY_FROM);
/** Price in yuan (design default, not a published list). */
const PRICES: Record<string, number> = {
  助浴: 120,
  助洁: 80,
  助医: 100,
  助急: 60,
  助行: 50,
  生活照料: 70,
  康复护理: 150,
  精神慰藉: 40,
  理发修脚: 35,
};
const service = weighted([
  ['助洁', 26],
  ['生活照料', 20],
  ['助浴', 13],
  ['理发修脚', 12],
  ['助医', 10],
  ['康复护理', 8],
  ['助行', 4],
  ['精神慰藉', 4],
  ['助急', 3],
]);
const source = weighted<DemoOrder['source']>([
  ['电话', 30],
  ['小程序', 25],
  ['社区代办', 20],
  ['驿站前台', 17],
  ['一键呼', 8],
]);
const rating = weighted<1 | 2 | 3 | 4 | 5 | null>([
  [5, 48],
  [4, 22],
  [3, 5],
  [2, 1.5],
  [1, 1],
  [null, 22.5],
]);
const CANCELS = ['老人临时外出', '家属改约', '服务人员临时请假', '天气原因'];

/** A few per cent of elders use paid services; the disabled and those alone more often. */
export function* ordersOf(r: Random, e: DemoElder, local: LocalSupply): Generator<DemoOrder> {
  const user = e.ability === '能力完好' ? (e.living === '独居' ? 0.045 : 0.02) : 0.16;
  if (e.living === '住养老机构' || r.next() >= user || local.firms.length === 0) return;
  const { firm, carers } = pick(r, local.firms);
  const every = 14 + r.below(90);
  for (let day = FROM + r.below(400); day <= TODAY + 5; day += Math.ceil(every * (0.5 + r.next()))) {
    yield order(r, e, { organisationId: firm.organisationId, staffId: pick(r, carers).staffId, day });
  }
}

/** Orders of the past are settled at month end; those of the last days stand in every state up to it. */
function order(r: Random, e: DemoElder, at: { organisationId: string; staffId: string; day: number }): DemoOrder {
  const { organisationId, staffId, day } = at;
  const name = service(r);
  const submitted = day - 1 - r.below(3);
  const minute = 510 + r.below(480);
  const start = 540 + r.below(420);
  const priceFen = (PRICES[name] ?? 60) * 100;
  const hard = e.economic !== '普通';
  const cancelled = r.next() < 0.035;
  const done = day < TODAY && !cancelled;
  const sent = submitted < TODAY - 1 || (submitted < TODAY && r.next() < 0.7);
  const when = (past: boolean, d: number, m: number) => (past ? instantOf(d, m) : null);
  return {
    kind: 'order',
    orderId: demoId(r, msOf(Math.min(submitted, TODAY - 1), minute)),
    elderId: e.elderId,
    areaCode: e.areaCode,
    service: name,
    source: source(r),
    organisationId,
    staffId: sent ? staffId : null,
    priceFen,
    subsidyFen: hard ? Math.round(priceFen * 0.5) : 0,
    scheduledOn: dateOfDay(day),
    submittedAt: instantOf(Math.min(submitted, TODAY - 1), minute),
    dispatchedAt: when(sent, submitted, minute + 6 + r.below(24)),
    acceptedAt: when(sent && !cancelled, submitted, minute + 32 + r.below(60)),
    startedAt: when(done, day, start),
    doneAt: when(done, day, start + 40 + r.below(80)),
    confirmedAt: when(done && day < TODAY - 1, day, start + 130),
    rating: done && day < TODAY - 2 ? rating(r) : null,
    settledOn: done && day < TODAY - 25 ? addDays(`${dateOfDay(day).slice(0, 7)}-28`, 7) : null,
    cancelledAt: when(cancelled && submitted < TODAY, Math.min(day - 1, TODAY - 1), 1_020),
    cancelReason: cancelled ? pick(r, CANCELS) : null,
  };
}
