import { bedsOf, institutionParameter, type SubsidyPlace, subsidyPlace } from '#modules/benefits/places/index.ts';
import type { Context } from '#platform/http/context.ts';
import { areaAt } from '#shared/area-codes.ts';
import { computeSubsidy } from './compute.ts';
import type { UsedBy } from './db-statements.ts';
import { countUnplaced, listInstitutions, listStays, type StayRecord } from './db-stays.ts';
import { daysIn, hasBedsFor, lastDayOf } from './rules.ts';

export type JudgedResident = {
  elderId: string;
  elderName: string;
  days: number;
  /** Of an assessment that is valid on the month's last day. */
  abilityLevel: number | null;
  validTo: string | null;
  counted: boolean;
  because: string;
  fen: number;
};
export type JudgedPlace = {
  facilityId: string;
  name: string;
  areaCode: string;
  /** Those that a subsidy by beds counts. */
  beds: number;
  /** What the district has set for a bed and month; null = nothing. */
  perBedFen: number | null;
  residents: JudgedResident[];
};

type Of = {
  month: string;
  from: string;
  to: string;
  /** Values in place of the law's, by parameter of 养老机构运营补贴. */
  instead: Readonly<Record<string, number>>;
  /** Count everybody, not only those with 户籍. */
  anyHukou: boolean;
};

/**
 * Every institution of an area with who stayed there in a month, judged by the rule that pays: nobody at two places.
 * Under a batch of the city, because residents may be registered anywhere. Answers also how many people live in an
 * institution by their file and stay nowhere by the records.
 */
export async function judgeStays(ctx: Context, of: Of): Promise<{ places: JudgedPlace[]; unplaced: number }> {
  const stays = oneCounts(await listStays(ctx, of), of.month);
  const byPlace = Map.groupBy(stays, stay => stay.facility_id);
  const laws = new Map<string, SubsidyPlace>();
  const places: JudgedPlace[] = [];
  for (const one of await listInstitutions(ctx, of)) {
    const own = byPlace.get(one.facility_id) ?? [];
    const beds = hasBedsFor(one, of.month) ? (one.beds ?? 0) : 0;
    if (beds === 0 && own.length === 0) continue;
    const district = areaAt(one.area_code, 'district');
    const law = laws.get(district) ?? (await lawIn(ctx, district, of));
    laws.set(district, law);
    places.push({
      ...{ facilityId: one.facility_id, name: one.name, areaCode: one.area_code, beds },
      perBedFen: bedsOf(1, law).state === 'yes' ? bedsOf(1, law).amountFen : null,
      residents: residentsOf(own, { month: of.month, law, anyHukou: of.anyHukou }),
    });
  }
  return { places, unplaced: await countUnplaced(ctx, of) };
}

/** The law of a district with the values that are tried out in place of its own. */
async function lawIn(ctx: Context, areaCode: string, { month, instead }: Of): Promise<SubsidyPlace> {
  const law = await subsidyPlace(ctx, { on: lastDayOf(month), areaCode });
  const tried = Object.entries(instead).map(([parameter, value]) => ({
    ...{ scheme: 'institutionOperating', parameter, value, district: areaCode, documentNumber: '草案' },
    ...{ from: `${month}-01`, to: null },
  }));
  return { ...law, settings: [...(law.settings ?? []), ...tried] };
}

function residentsOf(
  stays: readonly StayRecord[],
  { month, law, anyHukou }: { month: string; law: SubsidyPlace; anyHukou: boolean },
): JudgedResident[] {
  const uses: UsedBy[] = stays.map(stay => ({ ...stay, ...(anyHukou && { hukou_in_beijing: true }) }));
  const { people } = computeSubsidy('stay', { uses, month, place: law, rural: false, stars: 0, beds: 0 });
  const validTo = new Map(stays.map(stay => [stay.elder_id, stay.ability_valid_to]));
  return people.map(each => ({
    ...{ elderId: each.elder_id, elderName: each.elder_name, days: each.days, abilityLevel: each.ability_level },
    ...{ validTo: validTo.get(each.elder_id) ?? null, counted: each.counted },
    ...{ because: each.because, fen: each.amount_fen },
  }));
}

/**
 * A person with days enough at two places counts at one: the one whose statement counts him, else the one of more days,
 * else the later one (designDefault: the document does not say).
 */
function oneCounts(stays: readonly StayRecord[], month: string): StayRecord[] {
  const needed = Number(institutionParameter('fullMonthDays').value);
  return [...Map.groupBy(stays, stay => stay.elder_id).values()].flatMap(own => {
    const places = [...Map.groupBy(own, stay => stay.facility_id).values()]
      .map(list => ({
        place: list[0],
        days: list.reduce((sum, { from_on, to_on }) => sum + daysIn(month, { fromOn: from_on, toOn: to_on }), 0),
        last:
          list
            .map(each => each.from_on)
            .toSorted()
            .at(-1) ?? '',
      }))
      .filter(each => each.days >= needed);
    const rank = ({ place, days, last }: (typeof places)[number]) =>
      `${place?.held_by === place?.facility_id ? 1 : 0} ${String(days).padStart(2, '0')} ${last}`;
    const first = places.toSorted((a, b) => (rank(a) < rank(b) ? 1 : -1))[0]?.place;
    return own.map(stay =>
      first && stay.facility_id !== first.facility_id ? { ...stay, elsewhere: first.facility_name } : stay,
    );
  });
}
