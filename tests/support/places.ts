import type { FacilityToInsert } from '../../src/server/modules/facilities/index.ts';

/** Ids of the places that tests talk about. */
const id = (n: number): string => `0190a000-0000-7000-8000-${String(n).padStart(12, '0')}`;
export const IDS = {
  institution: id(1),
  far: id(2),
  centre: id(3),
  planned: id(4),
  station: id(5),
  loose: id(6),
  meal: id(7),
  organisation: id(90),
  mealOrganisation: id(91),
} as const;

const place = (
  facts: Pick<FacilityToInsert, 'facilityId' | 'kind' | 'name'> & Partial<FacilityToInsert>,
): FacilityToInsert => ({
  areaCode: '110115003001',
  point: [116.331, 39.741],
  ownership: null,
  operatorName: null,
  organisationId: null,
  openedOn: '2022-03-01',
  exitedOn: null,
  exitReason: null,
  beds: 0,
  nursingBeds: 0,
  residents: 0,
  star: null,
  monthlyFeeFen: null,
  linkedCentreId: null,
  linkedOn: null,
  covers: [],
  ...facts,
});

/** A small street of places for tests: an institution, a built and a planned centre, stations, a meal point, one far away. */
export const buildPlaces = (): FacilityToInsert[] => [
  place({
    ...{ facilityId: IDS.institution, kind: 'institution', name: '清源街道颐和里养老院', ownership: '公建民营' },
    ...{ organisationId: IDS.organisation, beds: 60, nursingBeds: 40, residents: 48, star: 2, monthlyFeeFen: 380_000 },
  }),
  place({
    ...{
      facilityId: IDS.far,
      kind: 'institution',
      name: '什刹海松鹤养老院',
      ownership: '民办',
      beds: 30,
      residents: 30,
    },
    ...{ areaCode: '110102017001', point: [116.38, 39.94], monthlyFeeFen: 800_000 },
  }),
  place({ facilityId: IDS.centre, kind: 'regional-centre', name: '清源区域养老服务中心', openedOn: '2024-05-01' }),
  place({
    ...{ facilityId: IDS.planned, kind: 'regional-centre', name: '黄村镇区域养老服务中心', openedOn: null },
    areaCode: '110115003002',
  }),
  place({
    ...{ facilityId: IDS.station, kind: 'station', name: '清源西里养老服务驿站' },
    ...{ linkedCentreId: IDS.centre, linkedOn: '2024-05-01' },
  }),
  place({ facilityId: IDS.loose, kind: 'station', name: '枣园社区养老服务驿站', areaCode: '110115003002' }),
  place({
    ...{ facilityId: IDS.meal, kind: 'meal-point', name: '清源西里养老助餐点', organisationId: IDS.mealOrganisation },
    covers: ['110115003001', '110115003002'],
  }),
];
