import { guardedOf, sourceOfSender } from '#contracts/elders/correction-lifecycle.ts';
import { elderLifecycle } from '#contracts/elders.ts';
import { DomainError } from '#contracts/errors.ts';
import { recordMany } from '#platform/audit/record-many.ts';
import { asBatch } from '#platform/database/as-batch.ts';
import type { Context } from '#platform/http/context.ts';
import { mapInBreaths } from '#platform/jobs/breathe.ts';
import { insertSteps, type PastStep } from '#platform/lifecycle/insert-steps.ts';
import { openDuties } from '#platform/lifecycle/open-duties.ts';
import { newId } from '#shared/ids.ts';
import { changeElder } from '../change-elder.ts';
import { takeRecord } from '../corrections/take-record.ts';
import { rememberNotDuplicates } from '../db/duplicates.ts';
import { type Decision, type ImportRow, insertImportPeople } from '../db/imports.ts';
import { insertRows } from '../db/insert-rows.ts';
import { findHouseholds } from '../db/match-people.ts';
import { listTrusts, type TrustRow } from '../db/trusts.ts';
import { joinRows } from '../insert-elders.ts';
import type { NewElder } from '../new-elder.ts';
import { doorIndex, preparePlain, type Rows } from '../prepare-people.ts';
import { personFrom, verifyDuty } from '../register-elder.ts';
import type { Verdict } from './judge-rows.ts';

type Use = { row: ImportRow; decisions: ReadonlyMap<number, Decision> };
type Whole = (Verdict & { kind: 'new' })['person'];
type Arriving = { person: NewElder; number: number };
type Prepared = { arriving: Arriving[]; rows: Rows };

type Change = Verdict & { kind: 'change' };

/**
 * Each change by the rules of a single edit: what identity or money hangs on becomes, of a verified person, a correction
 * that another person checks, or is written at once where the district trusts the sender. Answers how many wait.
 */
export async function writeChanges(
  ctx: Context,
  { row, trusts }: { row: ImportRow; trusts: readonly TrustRow[] },
  verdicts: readonly Verdict[],
): Promise<number> {
  let waiting = 0;
  for (const verdict of verdicts) {
    if (verdict.kind !== 'change') continue;
    const { elderId, version, status } = verdict.elder;
    const guarded = guardedOf(status, verdict.fields);
    const plain = Object.fromEntries(Object.entries(verdict.changes).filter(([field]) => !guarded.includes(field)));
    const reason = `批量导入“${row.file_name}”第 ${verdict.row.number} 行，来源：${row.sender}`.slice(0, 200);
    const how = { source: 'import', asOf: ctx.today, confidence: 'stated', reference: row.file_name } as const;
    if (Object.keys(plain).length > 0) await changeElder(ctx, elderId, { version, changes: plain, reason, how });
    if (guarded.length > 0 && (await isLeftToOthers(ctx, row, { verdict, guarded, reason, trusts }))) waiting++;
  }
  return waiting;
}

/** What the district trusts, which a street's own table is judged by too. */
export const trustsFor = (ctx: Context, row: ImportRow): Promise<TrustRow[]> =>
  asBatch(ctx, { areaCode: `${row.area_code.slice(0, 6)}000000`, why: '按区里定的可信来源收一份表' }, listTrusts);

type Guarded = { verdict: Change; guarded: readonly string[]; reason: string; trusts: readonly TrustRow[] };

async function isLeftToOthers(ctx: Context, row: ImportRow, given: Guarded): Promise<boolean> {
  const { verdict, guarded, reason, trusts } = given;
  const { changes, elder } = verdict;
  const picked = Object.fromEntries(guarded.map(field => [field, changes[field as keyof typeof changes]]));
  try {
    const { outcome } = await takeRecord(ctx, elder.elderId, {
      ...{ source: sourceOfSender(row.sender), number: null, asOf: ctx.today, importId: row.import_id, trusts },
      ...{ reason, evidence: `${row.file_name}，来源：${row.sender}`.slice(0, 200), changes: picked },
    });
    return outcome === 'proposed';
  } catch (error) {
    // Somebody asks for the same already; refused before anything was written, and decided there.
    if (error instanceof DomainError && error.code === 'elders.correction') return false;
    throw error;
  }
}

/**
 * New people a page at a time: `prepare` is the work of this process and looks only at the register as it stood, `insert`
 * is the database's; they overlap.
 */
export function startArrivals({ ctx, judging }: { ctx: Context; judging: Context }, use: Use) {
  const since = newId().slice(0, 13);
  return {
    prepare: async (verdicts: readonly Verdict[]): Promise<Prepared> => {
      const fresh = verdicts.flatMap(verdict => (verdict.kind === 'new' ? [verdict.person] : []));
      const doors = await mapInBreaths(fresh, ({ form }) =>
        doorIndex(ctx.keys, { areaCode: form.areaCode, compound: form.compound || null, door: form.door || null }),
      );
      const households = await findHouseholds(
        judging,
        doors.filter(door => door !== null),
      );
      const tools = { keys: ctx.keys, today: ctx.today, now: ctx.now, by: ctx.actor.name };
      const arriving: Arriving[] = [];
      const rows = await mapInBreaths(fresh, (one, i) => {
        const door = doors[i] ?? null;
        const householdId = door ? (households.get(door.toString('hex')) ?? householdBehind(door, since)) : newId();
        const person = personOf(ctx, use.row, { one, householdId });
        arriving.push({ person, number: one.row.number });
        return preparePlain(person, tools, { identity: one.index, phone: one.phoneIndex, door }).rows;
      });
      return { arriving, rows: joinRows(rows) };
    },
    insert: ({ arriving, rows }: Prepared): Promise<void> =>
      arriving.length > 0 ? insertArriving(ctx, use, { arriving, rows }) : Promise.resolve(),
  };
}

/**
 * A household new with this table: people of one door share it, however far apart their rows are, and nothing has to be
 * remembered. A version 7 id whose random part is the door's blind index and whose time is the load's.
 */
function householdBehind(door: Buffer, since: string): string {
  const hex = door.toString('hex');
  const variant = '89ab'.charAt((door[10] ?? 0) % 4);
  return `${since}-7${hex.slice(0, 3)}-${variant}${hex.slice(3, 6)}-${hex.slice(6, 18)}`;
}

function personOf(ctx: Context, row: ImportRow, { one, householdId }: { one: Whole; householdId: string }): NewElder {
  const form = { ...one.form, contacts: one.contacts, source: 'import' as const };
  return { ...personFrom(form, one.identity, { now: ctx.now, householdId }), status: row.arrive_as };
}

async function insertArriving(ctx: Context, use: Use, { arriving, rows }: Prepared): Promise<void> {
  const { row } = use;
  const people = arriving.map(one => one.person);
  await insertRows(ctx.client, rows);
  await insertSteps(
    ctx.client,
    arriving.map(one => stepOf(ctx, row, one)),
  );
  if (row.arrive_as === 'registered') {
    const owed = people.map(person => ({
      subject: subjectOf(person),
      duty: verifyDuty(person, `${ctx.actor.name}批量`),
    }));
    await openDuties(ctx, owed, verifyDuty({ name: '', elderId: '' }, '').withinWorkingDays);
  }
  await recordMany(
    ctx,
    arriving.map(({ person, number }) => ({
      action: 'elders.register',
      subject: { kind: 'elder', id: person.elderId },
      elderId: person.elderId,
      areaCode: person.areaCode,
      after: {
        name: person.name,
        living: person.living,
        source: 'import',
        import: row.import_id,
        row: number,
        contacts: person.contacts.length,
      },
    })),
  );
  const at = arriving.map(({ person, number }) => ({
    elderId: person.elderId,
    areaCode: person.areaCode,
    row: number,
  }));
  await insertImportPeople(ctx, row.import_id, at);
  await rememberDecisions(ctx, use, arriving);
}

const subjectOf = ({ elderId, areaCode }: NewElder) => ({ kind: 'elder', id: elderId, elderId, areaCode });

/** Straight on the register = registered, verified and admitted by whoever imported, in one step of the history. */
function stepOf(ctx: Context, row: ImportRow, { person, number }: Arriving): PastStep {
  const { name, accountId, role } = ctx.actor;
  const said = row.arrive_as === 'active' ? '，来源已核实，直接在册' : '';
  return {
    stepId: newId(),
    at: ctx.now,
    subject: subjectOf(person),
    action: 'register',
    label: elderLifecycle.transitions.find(t => t.action === 'register')?.label ?? elderLifecycle.label,
    from: null,
    to: row.arrive_as,
    actor: { name, accountId, role },
    note: `批量导入“${row.file_name}”第 ${number} 行，来源：${row.sender}${said}`,
  };
}

async function rememberDecisions(ctx: Context, use: Use, arriving: readonly Arriving[]): Promise<void> {
  const judged = arriving.flatMap(({ person, number }) => {
    const decided = use.decisions.get(number);
    return (decided?.matches ?? []).flatMap(({ elderId: otherElderId }) =>
      otherElderId && decided?.decision === 'different'
        ? [{ elderId: person.elderId, otherElderId, areaCode: person.areaCode, reason: decided.reason ?? '' }]
        : [],
    );
  });
  await rememberNotDuplicates(ctx, judged);
}
