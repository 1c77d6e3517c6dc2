import type { SubsidyStatement, UseRow } from '#contracts/subsidies.ts';
import type { UseKind } from '#contracts/subsidy-lifecycle.ts';
import { payableOfSource, savePayeeAccount } from '#modules/payments/index.ts';
import {
  computeStatements,
  enterUses,
  readStatement,
  readStatements,
  readUses,
  stepStatement,
  withdrawUse,
} from '#modules/subsidies/index.ts';
import type { Context } from '#platform/http/context.ts';
import { addDays } from '#shared/dates.ts';
import type { DemoElder, DemoFacility } from '../../demo/index.ts';
import { eldersOf } from '../../demo/index.ts';
import { LOGIN_COMMUNITY, LOGIN_STREET } from '../plan.ts';
import type { StepContext } from '../step-context.ts';
import { actingAs } from '../step-job.ts';

/** The month that is paid with the last cycle, and the one after it that still waits. */
const PAID = { month: '2025-04', on: '2025-05-08' };
const OPEN = { month: '2025-05', on: '2025-06-09' };
const SINCE = '2025-01-02';

const on = (ctx: Context, day: string): Context => ({ ...ctx, today: day, now: `${day}T02:00:00.000Z` });
const isBasic = (one: DemoElder): boolean => one.bornOn < '1945-01-01' && one.living === '独居';

/** Who signed, stayed and ate in the login's street; April computed and, as far as amounts are set, put to payment. */
export async function loadSubsidies(step: StepContext): Promise<number> {
  const rows = await loadUses(step);
  const street = on(actingAs(step, 'street'), PAID.on);
  const district = on(actingAs(step, 'district'), PAID.on);
  await computeStatements(street, PAID.month);
  const made = await payableOnes(district, PAID.month);
  const silent = made.filter(each => each.scheme === 'meal').at(-1)?.id;
  for (const [at, { id }] of made.entries()) {
    await stepStatement(district, id, { action: 'approve' });
    const payable = await payableOfSource(district, 'subsidy-statement', id);
    // One meal point has told nobody its account: its money waits.
    if (!payable || id === silent) continue;
    const account = { holder: payable.payeeName, bank: '北京银行', source: '开户许可证（演示数据）' };
    if (!payable.account)
      await savePayeeAccount(district, payable.id, { ...account, number: `11000100000${1_001 + at}` });
  }
  return rows;
}

/** Statements of a month whose amounts somebody has set. */
async function payableOnes(ctx: Context, month: string): Promise<SubsidyStatement[]> {
  const { rows } = await readStatements(ctx, { month, status: 'computed', limit: 100 });
  const ready: SubsidyStatement[] = [];
  for (const row of rows) {
    const read = await readStatement(ctx, row.id);
    if (read.obstacles.length === 0) ready.push(read);
  }
  return ready;
}

/** After April was paid: an agreement was entered late, another taken back; May is computed, one was computed anew. */
export async function loadLaterSubsidies(step: StepContext): Promise<void> {
  const street = on(actingAs(step, 'street'), OPEN.on);
  const district = on(actingAs(step, 'district'), OPEN.on);
  const paid = (await readStatements(district, { month: PAID.month, status: 'paid', scheme: 'station', limit: 10 }))
    .rows;
  const [first, second] = paid;
  const basic = peopleOf(step).filter(isBasic);
  const signed = first && (await readUses(street, { facilityId: first.facilityId, kind: 'agreement', limit: 50 })).rows;
  const wrong = signed?.find(use => basic.some(one => one.elderId === use.elderId));
  if (wrong) await withdrawUse(street, wrong.id, '重名，签的是另一位老人');
  const late = basic.at(-1);
  if (second && late)
    await enterUses(street, {
      ...{ facilityId: second.facilityId, kind: 'agreement' },
      rows: [{ ...who(late), fromOn: '2025-04-10', number: '清协 2025-补1' }],
    });
  await computeStatements(street, PAID.month);
  const less = (await readStatements(district, { month: PAID.month, status: 'computed', limit: 20 })).rows.find(
    each => each.differenceFen < 0,
  );
  if (less) await stepStatement(district, less.id, { action: 'approve' });
  await computeStatements(street, OPEN.month);
  const [anew, approved] = await payableOnes(district, OPEN.month);
  if (anew) await stepStatement(street, anew.id, { action: 'cancel', note: '少登了两份协议，补登后重算' });
  await computeStatements(street, OPEN.month);
  if (approved) await stepStatement(district, approved.id, { action: 'approve' });
}

const who = (one: DemoElder) => ({ identityNumber: one.identityNumber, name: one.name });

function peopleOf(step: StepContext): DemoElder[] {
  const place = step.world.people.find(one => one.code === LOGIN_COMMUNITY);
  return place ? eldersOf(step.world.map.seed, place, step.world.codes) : [];
}

/** Open places of a kind, those of the login's street first. */
function placesOf(step: StepContext, kind: DemoFacility['kind']): DemoFacility[] {
  const open = step.world.supply.facilities.filter(
    each => each.kind === kind && each.areaCode.startsWith(LOGIN_STREET.slice(0, 6)) && each.openedOn && !each.exitedOn,
  );
  const near = (each: DemoFacility) => Number(each.areaCode.startsWith(LOGIN_STREET.slice(0, 9)));
  return open.sort((a, b) => near(b) - near(a) || a.facilityId.localeCompare(b.facilityId));
}

/** Institutions of the district that have recorded who stays there; the others have not begun. */
const INSTITUTIONS = 4;

/** People of the street who live in an institution, dealt out; every seventh came too late in May to be counted for it. */
function residentsOf(step: StepContext, institutions: number): UseRow[][] {
  const street = step.world.people.filter(one => one.code.startsWith(LOGIN_STREET.slice(0, 9)));
  const all = street
    .flatMap(place => eldersOf(step.world.map.seed, place, step.world.codes))
    .filter(one => one.living === '住养老机构');
  const rows = all.map((one, at) => ({
    ...who(one),
    fromOn: at % 7 === 6 ? '2025-05-21' : SINCE,
    at: at % institutions,
  }));
  return Array.from({ length: institutions }, (_, at) =>
    rows.filter(row => row.at === at).map(({ at: _at, ...row }) => row),
  );
}

async function loadUses(step: StepContext): Promise<number> {
  const district = on(actingAs(step, 'district'), OPEN.on);
  const people = peopleOf(step);
  const atHome = people.filter(one => one.living !== '住养老机构');
  const basic = atHome.filter(isBasic);
  const other = atHome.filter(one => !isBasic(one));
  let rows = 0;
  const enter = async (place: DemoFacility | undefined, kind: UseKind, given: readonly UseRow[]) => {
    const fits = given.filter(row => row.fromOn >= (place?.openedOn ?? ''));
    if (place && fits.length > 0)
      rows += (await enterUses(district, { facilityId: place.facilityId, kind, rows: fits })).entered;
  };
  for (const [at, place] of placesOf(step, 'station').slice(0, 3).entries()) {
    const signed = [...basic.slice(at * 8, at * 8 + 8), ...other.slice(at * 2, at * 2 + 2)];
    const given = signed.map((one, i) => ({ ...who(one), fromOn: SINCE, number: `清协 2025-${at + 1}${i + 1}` }));
    await enter(place, 'agreement', given);
  }
  const institutions = placesOf(step, 'institution').slice(0, INSTITUTIONS);
  for (const [at, residents] of residentsOf(step, institutions.length).entries())
    await enter(institutions[at], 'stay', residents);
  for (const [at, place] of placesOf(step, 'meal-point').slice(0, 2).entries())
    await enter(place, 'meal', mealsOf([...basic.slice(at * 6, at * 6 + 4), ...other.slice(at * 6, at * 6 + 4)]));
  return rows;
}

/** Six weekdays in April and six in May. */
const mealsOf = (diners: readonly DemoElder[]): UseRow[] =>
  ['2025-04-07', '2025-05-12'].flatMap(first =>
    [0, 1, 2, 3, 4, 7].flatMap(day =>
      diners.map((one, i) => ({ ...who(one), fromOn: addDays(first, day), billFen: i % 4 === 3 ? 450 : 1_600 })),
    ),
  );
