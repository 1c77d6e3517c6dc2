import type { Role } from '#contracts/roles.ts';
import { civilDateToDays } from '#shared/dates.ts';
import { DEMO_PHONE_SEGMENTS } from '#shared/phone.ts';
import { pick, type Random, randomOf } from '#shared/random.ts';
import { type CityMap, DEMO_STREETS, type Place } from './city-map.ts';
import { dateOfDay, demoId, msOf } from './demo-ids.ts';
import type { DemoFacility } from './facility-types.ts';
import { OPERATORS } from './institutions.ts';
import { DEMO_START } from './model.ts';
import { adultGivenName, surname } from './names.ts';
import { demoIdentityNumber } from './people.ts';
import { dayWithin, reached } from './sites.ts';

/** As in the accounts module; a firm that runs places and one that serves people at home are both `provider`. */
export const ORGANISATION_KINDS = [
  'government',
  'centre',
  'institution',
  'station',
  'meal-point',
  'provider',
  'medical',
  'assessment',
] as const;
export type DemoOrganisation = {
  organisationId: string;
  kind: (typeof ORGANISATION_KINDS)[number];
  name: string;
  /** GB 32100 code in the 99 region segment, null for government units of the demo. */
  creditCode: string | null;
  /** Area it belongs to or answers for. */
  areaCode: string;
  /** Set when the organisation is the place itself (station, institution, meal point …). */
  facilityId: string | null;
  /** What a service firm offers. */
  services: string[];
};

export type DemoStaff = {
  staffId: string;
  organisationId: string;
  role: Role;
  /** Login name; every demo account shares the password that the loader is given. */
  account: string;
  name: string;
  sex: '男' | '女';
  bornOn: string;
  identityNumber: string;
  phone: string;
  /** Scope of the post. */
  areaCode: string;
  startedOn: string;
  certificates: { kind: string; level: string; issuedOn: string; expiresOn: string | null }[];
};

const BRANDS = ['颐康', '安泰', '福寿', '乐龄', '松鹤', '康宁', '慈心', '长青', '和顺', '瑞祥', '晚晴', '椿萱'];
const WORDS = ['养老服务', '居家养老', '健康管理', '照护服务', '社区服务'];
export const SERVICES = [
  '助餐',
  '助浴',
  '助洁',
  '助医',
  '助急',
  '助行',
  '生活照料',
  '康复护理',
  '精神慰藉',
  '理发修脚',
];
const SLOT_FROM = 45_300;

type Draft = { r: Random; organisations: DemoOrganisation[]; staff: DemoStaff[] };

/** Organisations and accounts: governments of city, two districts and four streets with their communities, firms, places. */
export function generateStaff(map: CityMap, facilities: readonly DemoFacility[]) {
  const draft: Draft = { r: randomOf(map.seed, 'staff'), organisations: [], staff: [] };
  governments(draft, map);
  firms(draft, map);
  places(draft, facilities);
  return { organisations: draft.organisations, staff: draft.staff };
}

function governments(draft: Draft, map: CityMap): void {
  const city = organisation(draft, { kind: 'government', name: '北京市民政局', areaCode: '110000000000' });
  for (const role of ['city', 'finance', 'regulator', 'auditor', 'administrator'] as const) member(draft, city, role);
  const demo = map.places.filter(p => (DEMO_STREETS as readonly string[]).includes(p.streetCode));
  for (const p of unique(demo, x => x.districtCode)) {
    // 大兴 keeps one unit for both (社会工委 and 民政局, document 004); 西城 is shown under its plain name.
    const name = p.districtName === '大兴区' ? '大兴区民政局' : `${p.districtName}民政局`;
    const bureau = organisation(draft, { kind: 'government', name, areaCode: p.districtCode });
    for (const role of ['district', 'district', 'finance', 'regulator'] as const) member(draft, bureau, role);
    const agency = {
      kind: 'assessment' as const,
      name: `${p.districtName}能力评估中心`,
      areaCode: p.districtCode,
    };
    const assessors = organisation(draft, agency);
    for (let i = 0; i < 6; i++) member(draft, assessors, 'assessor');
  }
  for (const p of unique(demo, x => x.streetCode)) {
    const office = {
      kind: 'government' as const,
      name: `${p.streetName}${seat(p.streetName)}`,
      areaCode: p.streetCode,
    };
    const street = organisation(draft, office);
    for (let i = 0; i < 2; i++) member(draft, street, 'street');
    const clinic = { kind: 'medical' as const, name: `${p.streetName}社区卫生中心`, areaCode: p.streetCode };
    const hospital = organisation(draft, clinic);
    for (let i = 0; i < 4; i++) member(draft, hospital, 'doctor');
  }
  for (const p of demo) communityWorkers(draft, p);
}
const seat = (name: string) => (name.endsWith('街道') ? '办事处' : '人民政府');

function communityWorkers(draft: Draft, p: Place): void {
  const own = organisation(draft, { kind: 'government', name: p.name, areaCode: p.code });
  member(draft, own, 'community');
  if (p.elders > 600) member(draft, own, 'community');
}

/** 120 operators of places all over the city (names only) and 16 service firms of the two districts with carers. */
function firms(draft: Draft, map: CityMap): void {
  for (let i = 0; i < OPERATORS; i++) {
    const name = `北京${BRANDS[i % BRANDS.length]}${WORDS[Math.floor(i / BRANDS.length) % WORDS.length]}${i < 60 ? '' : '集团'}有限公司`;
    const firm = organisation(draft, { kind: 'provider', name, areaCode: '110000000000' });
    if (i < 2) member(draft, firm, 'centre');
  }
  const districts = unique(map.inPeople, p => p.districtCode).slice(0, 2);
  for (const p of districts) {
    for (let i = 0; i < 8; i++) {
      const name = `${p.districtName.slice(0, 2)}${BRANDS[(i * 5 + 1) % BRANDS.length]}${WORDS[i % WORDS.length]}有限公司`;
      const services = SERVICES.filter((_, k) => (k + i) % 3 !== 0);
      const firm = organisation(draft, { kind: 'provider', name, areaCode: p.districtCode, services });
      member(draft, firm, 'provider');
      for (let k = 0; k < 14; k++) member(draft, firm, 'caregiver');
    }
  }
}

/** Every place in the four streets is an organisation with an account, stations and centres with carers. */
function places(draft: Draft, facilities: readonly DemoFacility[]): void {
  const roles = {
    institution: 'institution',
    'care-centre': 'institution',
    'regional-centre': 'centre',
    station: 'station',
    'meal-point': 'meal-point',
  } as const;
  for (const f of facilities) {
    if (!(DEMO_STREETS as readonly string[]).includes(`${f.areaCode.slice(0, 9)}000`)) continue;
    // An accepted centre is staffed before it opens: its operator was recruited a year earlier.
    if (f.kind === 'mutual-aid-point' || !(f.openedOn || reached(f, 'accepted', DEMO_START))) continue;
    const own = organisation(draft, {
      kind: roles[f.kind],
      name: f.name,
      areaCode: f.areaCode,
      facilityId: f.facilityId,
    });
    member(draft, own, roles[f.kind]);
    const carers = { institution: 8, 'care-centre': 4, 'regional-centre': 8, station: 3, 'meal-point': 0 }[f.kind];
    for (let i = 0; i < carers; i++) member(draft, own, 'caregiver');
  }
}

function organisation(
  draft: Draft,
  facts: Pick<DemoOrganisation, 'kind' | 'name' | 'areaCode'> & Partial<DemoOrganisation>,
) {
  const made: DemoOrganisation = {
    organisationId: demoId(draft.r, msOf(civilDateToDays('2023-11-01'), 540)),
    creditCode: facts.kind === 'government' ? null : demoCreditCode(draft.organisations.length),
    facilityId: null,
    services: [],
    ...facts,
  };
  draft.organisations.push(made);
  return made;
}

const UNIT = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const UNIT_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
/** 统一社会信用代码 (GB 32100-2015) in region 119900, which no registry serves; the check character is valid. */
export function demoCreditCode(serial: number): string {
  const first17 = `91119900DEM${String(serial).padStart(6, '0')}`;
  const sum = [...first17].reduce((t, c, i) => t + UNIT.indexOf(c) * (UNIT_WEIGHTS[i] ?? 0), 0);
  return first17 + (UNIT[(31 - (sum % 31)) % 31] ?? '');
}

function member(draft: Draft, own: DemoOrganisation, role: Role): DemoStaff {
  const { r, staff } = draft;
  const serial = staff.length;
  const male = r.next() < (role === 'caregiver' ? 0.12 : 0.4);
  const bornOn = dateOfDay(civilDateToDays('1968-01-01') + r.below(12_000));
  const startedOn = dayWithin(r, '2019-01-01', '2024-12-01');
  const made: DemoStaff = {
    staffId: demoId(r, msOf(civilDateToDays(startedOn), 540)),
    organisationId: own.organisationId,
    role,
    account: `${role}-${String(1 + staff.filter(s => s.role === role).length).padStart(3, '0')}`,
    name: surname(r) + adultGivenName(r, male),
    sex: male ? '男' : '女',
    bornOn,
    identityNumber: demoIdentityNumber(bornOn, male, SLOT_FROM + serial),
    phone: DEMO_PHONE_SEGMENTS.staff + String(serial).padStart(8, '0'),
    areaCode: own.areaCode,
    startedOn,
    certificates: certificatesOf(r, role, startedOn),
  };
  staff.push(made);
  return made;
}

const CARER_LEVELS = ['五级/初级工', '五级/初级工', '四级/中级工', '三级/高级工'];
function certificatesOf(r: Random, role: Role, issuedOn: string): DemoStaff['certificates'] {
  if (role === 'caregiver') {
    const health = dayWithin(r, '2024-05-01', '2025-06-01');
    return [
      { kind: '养老护理员等级证书', level: pick(r, CARER_LEVELS), issuedOn, expiresOn: null },
      {
        kind: '健康证',
        level: '合格',
        issuedOn: health,
        expiresOn: `${Number(health.slice(0, 4)) + 1}${health.slice(4)}`,
      },
    ];
  }
  if (role === 'assessor') return [{ kind: '老年人能力评估师', level: '三级/高级工', issuedOn, expiresOn: null }];
  return role === 'doctor' ? [{ kind: '医师执业证书', level: '全科', issuedOn, expiresOn: null }] : [];
}

function unique<T>(list: readonly T[], key: (x: T) => string): T[] {
  return [...new Map(list.map(x => [key(x), x])).values()].sort((a, b) => key(a).localeCompare(key(b)));
}
