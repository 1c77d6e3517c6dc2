import type { NewElder } from '#modules/elders/index.ts';
import { civilDateToDays } from '#shared/dates.ts';
import { randomOf } from '#shared/random.ts';
import { dateOfDay, demoId } from './demo-ids.ts';
import { ABILITIES, DEMO_START } from './model.ts';
import type { DemoElder } from './people-types.ts';

const TODAY = civilDateToDays(DEMO_START);
const MARITAL = { '10': '未婚', '20': '已婚', '30': '丧偶', '40': '离婚' } as const;
/** Assessed within the last year, spread by the person's own index; the able were never assessed. */
const validTo = (index: number): string => {
  const month = 1 + (index % 11);
  return month < 7 ? `2026-0${month}-15` : `2025-${String(month).padStart(2, '0')}-15`;
};

/** Looked at within the last 85 days; one in nine was not, for three to eight months. */
function confirmedOn(index: number): string {
  const late = index % 9 === 4;
  return dateOfDay(TODAY - (late ? 91 + ((index * 7) % 150) : 1 + ((index * 31) % 85)));
}

/** A synthetic person as the register takes it. Deterministic: same person, same rows. */
export function newElderOf(person: DemoElder): NewElder {
  const level = ABILITIES.indexOf(person.ability);
  const r = randomOf(1, 'contacts', person.elderId);
  const at = Date.parse(person.registeredAt);
  const { disability } = person;
  return {
    elderId: person.elderId,
    areaCode: person.areaCode,
    name: person.name,
    sex: person.sex,
    bornOn: person.bornOn,
    identityNumber: person.identityNumber,
    phone: person.phone,
    door: person.door,
    note: null,
    nation: person.nation,
    maritalStatus: MARITAL[person.maritalCode],
    hukouAreaCode: person.hukouArea,
    road: person.road,
    compound: person.estate,
    point: person.point,
    living: person.living,
    leftBehind: person.leftBehind,
    economicClass: person.economic === '普通' ? 'none' : person.economic,
    familyPlanningSpecial: person.specialFamily === '计划生育特殊家庭',
    militaryFamily: person.specialFamily === '烈属军属',
    abilityLevel: level > 0 ? level : null,
    abilityValidTo: level > 0 ? validTo(person.index) : null,
    dementia: person.dementia,
    disabilities: disability ? disabilitiesOf(disability) : [],
    diseases: person.diseases,
    wishForVisits: person.wishForVisits,
    serviceMode: person.living === '住养老机构' ? 'institution' : 'home',
    status: 'active',
    source: 'import',
    registeredAt: person.registeredAt,
    confirmed: { on: confirmedOn(person.index), by: '社区走访员' },
    householdId: person.householdId,
    contacts: person.contacts.map((contact, i) => ({
      contactId: demoId(r, at),
      name: contact.name,
      relation: contact.relation === '侄甥' ? '侄子' : contact.relation,
      phone: contact.phone,
      isEmergency: i === 0,
      livesTogether: !contact.remote && person.living === '与子女同住',
    })),
  };
}

/** 多重 of the generator is two certificates; the register derives 多重残疾 from them. */
function disabilitiesOf({ kind, grade }: NonNullable<DemoElder['disability']>): NewElder['disabilities'] {
  if (kind !== '多重') return [{ kind, grade }];
  return [
    { kind: '肢体', grade },
    { kind: '视力', grade },
  ];
}
