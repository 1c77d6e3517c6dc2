import { elderLifecycle } from '#contracts/elders.ts';
import { recordMany } from '#platform/audit/record-many.ts';
import type { Context } from '#platform/http/context.ts';
import { insertSteps, type PastStep } from '#platform/lifecycle/insert-steps.ts';
import { openDuties } from '#platform/lifecycle/open-duties.ts';
import { newId } from '#shared/ids.ts';
import { changeElder } from '../change-elder.ts';
import { rememberNotDuplicates } from '../db/duplicates.ts';
import { type Decision, type ImportRow, insertImportPeople } from '../db/imports.ts';
import { findHouseholds } from '../db/match-people.ts';
import { insertElders } from '../insert-elders.ts';
import type { NewElder } from '../new-elder.ts';
import { doorIndex } from '../prepare-people.ts';
import { personFrom, verifyDuty } from '../register-elder.ts';
import type { Verdict } from './judge-rows.ts';

type Page = { row: ImportRow; verdicts: readonly Verdict[]; decisions: ReadonlyMap<number, Decision> };
type Arriving = { person: NewElder; number: number };

/** Writes the good rows of one page: new people together, changes each by the rules of a single edit. */
export async function writePage(ctx: Context, page: Page): Promise<void> {
  const fresh = page.verdicts.flatMap(verdict => (verdict.kind === 'new' ? [verdict.person] : []));
  if (fresh.length > 0) await writeNew(ctx, page, await arrivingOf(ctx, page.row, fresh));
  for (const verdict of page.verdicts) {
    if (verdict.kind !== 'change') continue;
    const { elderId, version } = verdict.elder;
    const reason = `批量导入“${page.row.file_name}”第 ${verdict.row.number} 行，来源：${page.row.sender}`.slice(0, 200);
    await changeElder(ctx, elderId, { version, changes: verdict.changes, reason });
  }
}

type Whole = (Verdict & { kind: 'new' })['person'];

/** People of one door share a household: with who is registered there, and with each other. */
async function arrivingOf(ctx: Context, row: ImportRow, fresh: readonly Whole[]): Promise<Arriving[]> {
  const doors = fresh.map(({ form }) =>
    doorIndex(ctx.keys, { areaCode: form.areaCode, compound: form.compound || null, door: form.door || null }),
  );
  const households = await findHouseholds(
    ctx,
    doors.filter(door => door !== null),
  );
  return fresh.map((one, i) => {
    const door = doors[i]?.toString('hex');
    const householdId = (door && households.get(door)) || newId();
    if (door) households.set(door, householdId);
    const form = { ...one.form, contacts: one.contacts, source: 'import' as const };
    const person = personFrom(form, one.identity, { now: ctx.now, householdId });
    return { person: { ...person, status: row.arrive_as }, number: one.row.number };
  });
}

async function writeNew(ctx: Context, page: Page, arriving: readonly Arriving[]): Promise<void> {
  const { row } = page;
  const people = arriving.map(one => one.person);
  await insertElders(ctx.client, people, { keys: ctx.keys, today: ctx.today, now: ctx.now, by: ctx.actor.name });
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
  await rememberDecisions(ctx, page, arriving);
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

async function rememberDecisions(ctx: Context, page: Page, arriving: readonly Arriving[]): Promise<void> {
  const judged = arriving.flatMap(({ person, number }) => {
    const decided = page.decisions.get(number);
    return (decided?.matches ?? []).flatMap(({ elderId: otherElderId }) =>
      otherElderId && decided?.decision === 'different'
        ? [{ elderId: person.elderId, otherElderId, areaCode: person.areaCode, reason: decided.reason ?? '' }]
        : [],
    );
  });
  await rememberNotDuplicates(ctx, judged);
}
