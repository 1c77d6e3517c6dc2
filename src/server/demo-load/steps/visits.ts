import type { FoundNeed, VisitItem } from '#contracts/visits.ts';
import type { NewElder } from '#modules/elders/index.ts';
import { insertNeeds, type NeedRow } from '#modules/needs/index.ts';
import { insertVisitPlans, insertVisits, responsibleStation } from '#modules/visits/index.ts';
import { addDays } from '#shared/dates.ts';
import { newId } from '#shared/ids.ts';
import type { DemoVisit } from '../../demo/index.ts';
import { elderOf, type HistoryContext } from '../history-rows.ts';
import { lookup } from '../lookup.ts';

const OPEN_DAYS = 35;
const NEEDS: Record<string, FoundNeed> = {
  助餐: 'meals',
  助浴: 'care',
  助医: 'medical',
  助洁: 'care',
  精神慰藉: 'mood',
  适老化改造: 'devices',
  辅具租赁: 'devices',
};

/**
 * Visit plans by the module's own rule for everybody whom it names, and the visits made; whoever was visited is due a
 * month later, the others are spread over the coming weeks and a few are overdue.
 */
export async function loadVisits(h: HistoryContext, people: readonly NewElder[], visits: readonly DemoVisit[]) {
  const { client, today, now } = h.ctx;
  const station = lookup(h.world).desks.get(h.place.streetCode);
  const stationId = await responsibleStation(h.ctx, h.place.code);
  const made = visits.filter(v => v.doneAt !== null);
  const last = new Map<string, string>();
  for (const v of made) last.set(v.elderId, dayOf(v.doneAt ?? ''));
  const due = new Map(visits.filter(v => v.doneAt === null).map(v => [v.elderId, v.dueOn]));
  const plans = await insertVisitPlans(
    client,
    people.map((person, i) => ({
      elderId: person.elderId,
      facts: { ...person, wish: person.wishForVisits, alive: true },
      person: {
        name: person.name,
        bornOn: person.bornOn,
        living: person.living,
        place: `${person.road ?? ''}${person.compound ?? ''}`,
      },
      organisationId: station?.organisationId ?? null,
      lastVisitedOn: last.get(person.elderId) ?? null,
      nextDueOn: due.get(person.elderId) ?? addDays(today, (i % 30) - 1),
    })),
    { today, now },
  );
  for (let from = 0; from < made.length; from += 5_000) {
    const rows = made.slice(from, from + 5_000).map(v => visitRow(h, v, plans.get(v.elderId) ?? null));
    const ids = await insertVisits(client, rows);
    await insertNeeds(
      client,
      rows.flatMap((row, i) => needRows({ ...row, stationId }, ids[i] ?? '', today)),
    );
  }
  return plans.size + made.length;
}

/** Needs of a visit more than five weeks ago are met, one in seven given up; later ones are wanted, every other is being matched. */
function needRows(
  v: ReturnType<typeof visitRow> & { stationId: string | null },
  visitId: string,
  today: string,
): NeedRow[] {
  const open = v.visitedOn > addDays(today, -OPEN_DAYS);
  return v.needs.map((kind, i) => {
    const turn = Number.parseInt(v.elderId.slice(-3), 16) + Number(v.visitedOn.slice(-2)) + i;
    const status = open ? (turn % 2 ? 'matching' : 'unmet') : turn % 7 ? 'met' : 'given-up';
    const note = { unmet: null, matching: '已联系驿站', met: '驿站已上门', 'given-up': '老人说暂时不要' }[status];
    return {
      ...{ elder_id: v.elderId, need_id: newId(), area_code: v.areaCode, elder_name: v.name, kind },
      ...{ item_code: null, item_name: null, text: null, urgent: false, source: 'visit', visit_id: visitId },
      ...{ found_on: v.visitedOn, found_by: v.byName, status, note },
      ...{ stepped_by: note && v.byName, stepped_at: note && v.visitedAt, order_id: null },
      organisation_id: v.stationId,
    };
  });
}

const dayOf = (at: string): string => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10);

function visitRow(h: HistoryContext, v: DemoVisit, planId: string | null) {
  const elder = elderOf(h, v.elderId);
  const result = { 平安: 'ok', 有需求: 'ok', 无人应答: 'no-answer', 有异常: 'problem' }[v.result ?? '平安'];
  const well = { mood: 'good', health: 'good', safety: 'good' } as Record<VisitItem, 'good' | 'concern'>;
  const items = result === 'no-answer' ? {} : result === 'problem' ? { ...well, health: 'concern' as const } : well;
  return {
    elderId: v.elderId,
    planId,
    areaCode: v.areaCode,
    organisationId: lookup(h.world).desks.get(h.place.streetCode)?.organisationId ?? null,
    name: elder.name,
    visitedAt: v.doneAt ?? '',
    visitedOn: dayOf(v.doneAt ?? ''),
    method: v.method === '入户' ? ('home' as const) : ('phone' as const),
    result: result as 'ok' | 'no-answer' | 'problem',
    items,
    needs: v.needs.map(need => NEEDS[need] ?? 'other'),
    byName: lookup(h.world).staff.get(v.staffId)?.name ?? '社区工作者',
  };
}
