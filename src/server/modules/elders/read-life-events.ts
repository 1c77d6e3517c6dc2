import { type LifeEvent, lifeEventLifecycle } from '#contracts/elders/life-events.ts';
import { decideStep } from '#contracts/lifecycle.ts';
import { areaNames } from '#modules/areas/index.ts';
import type { Context } from '#platform/http/context.ts';
import { type EventRow, listEvents } from './db/life-events.ts';
import { getElder } from './read-elder.ts';
import { needsChecker } from './undo-event.ts';

/** 人生变动 of one person, newest first, each with what the caller may do with it now. */
export async function readLifeEvents(ctx: Context, elderId: string) {
  const elder = await getElder(ctx, elderId);
  ctx.saw(elderId);
  const rows = await listEvents(ctx, elderId);
  const names = await areaNames(
    ctx,
    rows.flatMap(row => [row.from_area, row.to_area]).filter(code => code !== null),
  );
  const newest = rows.find(row => row.status === 'recorded' || row.status === 'undo-asked');
  const nameOf = (code: string | null) => code && (names.get(code) ?? code);
  return {
    away: elder.away,
    rows: rows.map(row => ({
      id: row.event_id,
      kind: row.kind,
      status: row.status,
      happenedOn: row.happened_on,
      untilOn: row.until_on,
      fromName: nameOf(row.from_area),
      toName: nameOf(row.to_area),
      ...placeOf(row),
      recordedBy: row.recorded_by_name,
      recordedAt: row.recorded_at,
      decidedBy: row.decided_by_name,
      decisionNote: row.decision_note,
      undoReason: row.undo_reason,
      undoAskedBy: row.undo_asked_by_name,
      undoneBy: row.undone_by_name,
      actions: actionsOf(ctx, row, row.event_id === newest?.event_id),
    })),
  };
}

/** Which hospital is 医疗数据: it stands apart, so that it can be left out. */
function placeOf({ kind, place, note }: EventRow): Pick<LifeEvent, 'place' | 'note' | 'stay'> {
  if (kind !== 'hospital') return { place, note, stay: null };
  return { place: null, note: null, stay: place || note ? { place, note } : null };
}

function actionsOf(ctx: Context, row: EventRow, newest: boolean): LifeEvent['actions'] {
  const because = (action: Parameters<typeof decideStep<EventRow['status'], string>>[2]['action']): string | null => {
    const verdict = decideStep(lifeEventLifecycle, row.status, { action: action as 'undo', role: ctx.actor.role });
    return verdict.allowed ? null : verdict.because;
  };
  if (row.status === 'offered' || row.status === 'refused')
    return [
      {
        action: 'withdraw',
        label: row.status === 'offered' ? '收回移交' : '不再移交',
        disabledBecause: because('withdraw'),
      },
    ];
  if (row.status === 'undo-asked') {
    const own = row.undo_asked_by === ctx.actor.accountId ? '更正由您提出，请另一位同事核准' : null;
    return [{ action: 'decide-undo', label: '核准更正', disabledBecause: own ?? because('approve-undo') }];
  }
  if (row.status !== 'recorded' || !newest) return [];
  return [{ action: 'undo', label: '更正', disabledBecause: because(needsChecker(row.kind) ? 'ask-undo' : 'undo') }];
}
