import { createHash } from 'node:crypto';
import { ECONOMIC_CLASSES } from '#contracts/benefits/schemes.ts';
import type { Context } from '#platform/http/context.ts';
import { areaAt } from '#shared/area-codes.ts';
import type { RehearsalRecord } from './db/drafts.ts';
import { bedsByDistrict, listResidents, type Resident } from './db/people.ts';
import { bedFields } from './rules/assumptions.ts';
import { groupsOf } from './rules/groups.ts';
import type { ChangedPerson } from './rules/judge.ts';
import { type Series, Tally } from './rules/tally.ts';

export const OPERATING = 'operating';

/** The example's values: the draft's own, else those prepared. */
export function bedValues(changes: RehearsalRecord['changes']): ReadonlyMap<string, number | boolean | string> {
  const values = new Map(bedFields.map(field => [field.id, field.value]));
  for (const { field, value } of changes.set) values.set(field, value);
  return values;
}

/** As the schemes' own fingerprint: everything the answer rests on, 53 bits. */
const markOf = (resident: Resident): number =>
  Number.parseInt(createHash('sha256').update(JSON.stringify(resident)).digest('hex').slice(0, 13), 16);

const ageMonths = (bornOn: string, month: string): number =>
  (Number(month.slice(0, 4)) - Number(bornOn.slice(0, 4))) * 12 + Number(month.slice(5)) - Number(bornOn.slice(5, 7));

/**
 * 补床头 → 补人头: the law of today pays each bed, the draft each resident by ability. Every resident is kept, so that the
 * persons behind the new money can be opened; the beds stand under their district.
 */
export async function compareBeds(
  ctx: Context,
  row: RehearsalRecord,
  part: {
    from: string;
    to: string;
    keep: (people: ChangedPerson[]) => Promise<void>;
    seen: (people: number) => Promise<void>;
  },
): Promise<Tally> {
  const values = bedValues(row.changes);
  const tally = new Tally(row.starts_month, row.months);
  const perBed = Number(values.get('beds.perBed') ?? 0);
  for (const { district, beds } of await bedsByDistrict(ctx, part))
    addFlat(tally.seriesOf(district, OPERATING, 'old'), beds * perBed, beds);
  const residents = await listResidents(ctx, { ...part, hukouOnly: values.get('beds.hukouOnly') === true });
  const people: ChangedPerson[] = [];
  for (const resident of residents) {
    const fen = Number(values.get(`beds.perPerson.${resident.ability_level ?? 'none'}`) ?? 0);
    addFlat(tally.seriesOf(areaAt(resident.area_code, 'district'), OPERATING, 'new'), fen, 1);
    people.push(addResident(tally, resident, { fen, row }));
  }
  await part.keep(people);
  await part.seen(tally.people);
  return tally;
}

function addFlat(series: Series, fen: number, units: number): void {
  for (let at = 0; at < series.fen.length; at++) {
    series.fen[at] = (series.fen[at] ?? 0) + fen;
    series.expected[at] = (series.expected[at] ?? 0) + fen;
    series.people[at] = (series.people[at] ?? 0) + units;
  }
}

function addResident(
  tally: Tally,
  resident: Resident,
  { fen, row }: { fen: number; row: RehearsalRecord },
): ChangedPerson {
  const groups = groupsOf({
    ...{ areaCode: resident.area_code, living: resident.living },
    ageMonths: ageMonths(resident.born_on, row.starts_month),
    facts: {
      economicClass: (ECONOMIC_CLASSES as readonly string[]).indexOf(resident.economic_class),
      familyPlanningSpecial: resident.family_planning_special ? 1 : 0,
      abilityLevel: resident.ability_level ?? -1,
      disabilities: resident.disabled ? 1 : 0,
    },
  });
  const outcome = fen > 0 ? ('enter' as const) : ('none' as const);
  const newFen = fen * row.months;
  tally.people++;
  tally.addMark(markOf(resident));
  if (fen > 0) tally.changed++;
  const id = Object.values({ ...groups, outcome }).join('|');
  const cell = tally.cellOf(id, { ...groups, outcome });
  cell.people++;
  cell.newFen += newFen;
  const { elder_id: elderId, area_code: areaCode } = resident;
  const sums = { oldFen: 0, newFen, openOldFen: 0, openNewFen: 0, oldMonthFen: 0, newMonthFen: fen };
  return { elderId, areaCode, groups, outcome, firstAt: fen > 0 ? 0 : null, ...sums, cliffs: [] };
}
