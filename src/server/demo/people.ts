import { civilDateToDays } from '#shared/dates.ts';
import { DEMO_ADDRESS_PREFIX, identityCheck } from '#shared/identity-number.ts';
import { DEMO_PHONE_SEGMENTS } from '#shared/phone.ts';
import { type Random, randomOf } from '#shared/random.ts';
import { type Dwelling, dwellingsOf } from './addresses.ts';
import type { CityMap, Place } from './city-map.ts';
import { dateOfDay, demoId, instantOf, msOf } from './demo-ids.ts';
import { disabilityOf, diseasesOf } from './health.ts';
import { ABILITIES, DEMENTIA_BY_BAND, HARDSHIP, HUKOU, LIVINGS } from './model.ts';
import { adultGivenName, givenName, huiSurname, surname } from './names.ts';
import { type Core, drawCore } from './people-core.ts';
import type { DemoContact, DemoElder, EconomicClass } from './people-types.ts';

/** Sequence slots a community may use for one birth date and sex: 7,535 × 6 fit into the 100 × 500 of prefix 1199. */
const SLOTS = 6;
const REGISTERED_FROM = civilDateToDays('2019-01-01');
const REGISTERED_DAYS = civilDateToDays('2024-12-20') - REGISTERED_FROM;
const PROVINCES = ['130000000000', '410000000000', '370000000000', '140000000000', '230000000000', '150000000000'];
const HUI_STREET = '110102018000';

/** All elders of the communities given, one at a time and community by community; nothing is kept. */
export function* generatePeople(map: CityMap, places: readonly Place[] = map.inPeople): Generator<DemoElder> {
  const codes = map.places.map(p => p.code);
  for (const place of places) yield* eldersOf(map.seed, place, codes);
}

/** The elders of one community; independent of all others, so communities may be made in any order or in parallel. */
export function eldersOf(seed: number, place: Place, codes: readonly string[]): DemoElder[] {
  const core = drawCore(seed, place);
  const r = randomOf(seed, 'detail', place.code);
  const draft: Draft = { place, core, r, dwelling: dwellingsOf(seed, place), codes, slots: new Map(), made: [] };
  for (let i = 0; i < core.size; i++) draft.made.push(makeElder(draft, i));
  for (const elder of draft.made) {
    const spouse = core.spouse[elder.index] as number;
    if (spouse >= 0) elder.spouseId = (draft.made[spouse] as DemoElder).elderId;
  }
  return draft.made;
}

type Draft = {
  place: Place;
  core: Core;
  r: Random;
  dwelling: (r: Random) => Dwelling;
  codes: readonly string[];
  slots: Map<number, number>;
  made: DemoElder[];
};

function makeElder(draft: Draft, i: number): DemoElder {
  const { core, r, place } = draft;
  const [band, ability, living] = [core.band[i] as number, core.ability[i] as number, core.living[i] as number];
  const male = core.male[i] === 1;
  const { bornOn, identityNumber } = identityOf(draft, i, male);
  const spouse = draft.made[core.spouse[i] as number];
  const registeredDay = REGISTERED_FROM + r.below(REGISTERED_DAYS);
  const minute = 510 + r.below(540);
  const elderId = demoId(r, msOf(registeredDay, minute));
  const nation = spouse ? spouse.nation : nationOf(r, place);
  const family = nation === '回' ? huiSurname(r) : surname(r);
  const dementia = r.next() < (DEMENTIA_BY_BAND[band] as number) * (ability > 0 ? 1.8 : 0.8);
  const home = spouse && spouse.living === LIVINGS[living] ? spouse : draft.dwelling(r);
  return {
    elderId,
    index: i,
    registeredAt: instantOf(registeredDay, minute),
    name: family + givenName(r, male, Number(bornOn.slice(0, 4))),
    sex: male ? '男' : '女',
    bornOn,
    nation,
    identityNumber,
    phone: r.next() < 0.96 - band * 0.05 ? phoneOf(DEMO_PHONE_SEGMENTS.elder, place, i) : null,
    maritalCode: core.married[i] ? '20' : maritalOf(r),
    areaCode: place.code,
    hukouArea: spouse && r.next() < 0.85 ? spouse.hukouArea : hukouOf(draft),
    householdId: home === spouse ? spouse.householdId : elderId,
    spouseId: null,
    living: LIVINGS[living] as DemoElder['living'],
    leftBehind: place.rural && living <= 1,
    economic: economicOf(r, living, ability),
    specialFamily: specialFamilyOf(r, band, living),
    disability: disabilityOf(r, ability),
    ability: ABILITIES[ability] as DemoElder['ability'],
    dementia,
    diseases: diseasesOf(r, band, dementia),
    road: home.road,
    estate: home.estate,
    door: home.door,
    point: home.point,
    wishForVisits: r.next() < (living === 0 ? 0.88 : 0.6),
    contacts: contactsOf(draft, i, spouse && !male ? spouse.name.slice(0, 1) : family),
  };
}

/**
 * A number of its own without looking at any other community: its slots of the day are `index × 6 …`. When all six of a
 * birth day and sex are taken, the person is born a day earlier (keeps everyone ≥ 60 on the demo's first day).
 */
function identityOf(draft: Draft, i: number, male: boolean): { bornOn: string; identityNumber: string } {
  let day = draft.core.bornDay[i] as number;
  for (;;) {
    const key = day * 2 + (male ? 1 : 0);
    const used = draft.slots.get(key) ?? 0;
    if (used < SLOTS) {
      draft.slots.set(key, used + 1);
      const bornOn = dateOfDay(day);
      const slot = draft.place.index * SLOTS + used;
      return { bornOn, identityNumber: demoIdentityNumber(bornOn, male, slot) };
    }
    day--;
  }
}

/** Number in the reserved prefix; `slot` 0–49,999 gives the last two digits of the address and the sequence. */
export function demoIdentityNumber(bornOn: string, male: boolean, slot: number): string {
  const place = String(Math.floor(slot / 500)).padStart(2, '0');
  const sequence = String((slot % 500) * 2 + (male ? 1 : 0)).padStart(3, '0');
  const first17 = `${DEMO_ADDRESS_PREFIX}${place}${bornOn.slice(0, 4)}${bornOn.slice(5, 7)}${bornOn.slice(8)}${sequence}`;
  return first17 + identityCheck(first17);
}

/** Odd and no multiple of five, so that different numbers stay different modulo 10⁸. */
const SPREAD = 48_271_003;

/** Unique by community (4 digits) and person (4 digits), spread and read backwards so that last fours are alike in number. */
function phoneOf(segment: string, place: Place, i: number): string {
  const spread = (BigInt(place.index * 10_000 + i) * BigInt(SPREAD)) % 100_000_000n;
  return segment + [...String(spread).padStart(8, '0')].reverse().join('');
}

function nationOf(r: Random, place: Place): string {
  const u = r.next();
  if (u < (place.streetCode === HUI_STREET ? 0.35 : 0.016)) return '回';
  if (u > 0.978) return '满';
  return u > 0.973 ? '蒙古' : '汉';
}

function maritalOf(r: Random): '10' | '30' | '40' {
  const u = r.next();
  if (u < 0.84) return '30';
  return u < 0.95 ? '40' : '10';
}

function hukouOf({ r, place, codes }: Draft): string {
  const u = r.next();
  if (u < HUKOU.here) return place.code;
  if (u >= 1 - HUKOU.outside) return PROVINCES[r.below(PROVINCES.length)] as string;
  const district = place.code.slice(0, 6);
  const wanted = u < HUKOU.here + HUKOU.sameDistrict;
  for (let tries = 0; tries < 60; tries++) {
    // Codes are in order, so a step of at most 300 mostly stays in the district.
    const at = wanted ? place.index + r.below(601) - 300 : r.below(codes.length);
    const code = codes[at];
    if (code && code !== place.code && code.startsWith(district) === wanted) return code;
  }
  return place.code;
}

function economicOf(r: Random, living: number, ability: number): EconomicClass {
  const u = r.next();
  const unsupported = living === 0 || living >= 3;
  if (unsupported && u < HARDSHIP.tekunAmongUnsupported) return '特困';
  const dibao = ability > 0 ? HARDSHIP.dibaoDisabled : HARDSHIP.dibao;
  if (u > 1 - dibao) return '低保';
  return u > 1 - dibao - HARDSHIP.lowIncome ? '低收入' : '普通';
}

/** 计划生育特殊家庭 lost their only child: parents of the only-child years, so under 80, and not living with children. */
function specialFamilyOf(r: Random, band: number, living: number): DemoElder['specialFamily'] {
  const u = r.next();
  if (band < 3 && living !== 2 && u < HARDSHIP.specialFamily) return '计划生育特殊家庭';
  return u > 0.992 ? '烈属军属' : null;
}

function contactsOf({ r, place }: Draft, i: number, family: string): DemoContact[] {
  if (r.next() < 0.04) return [];
  const male = r.next() < 0.52;
  const phone = phoneOf(DEMO_PHONE_SEGMENTS.contact, place, i);
  const name = family + adultGivenName(r, male);
  return [{ name, relation: male ? '儿子' : '女儿', phone, remote: r.next() < 0.2 }];
}
