import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { fileOf, REGISTER, schemeOf } from '../catalogue/register.ts';

const golden: Record<string, unknown> = JSON.parse(
  readFileSync(new URL('../../../../../tests/golden/benefits/allowances.json', import.meta.url), 'utf8'),
);

/** Every entry of the list of allowances → the folders that carry it, or why it is none of these. */
const CARRIED: Record<string, readonly string[] | string> = {
  unit: 'the unit of the list',
  law: 'the ordinance of 2026, unread: schemes/checked.yaml',
  elderAllowances: 'the three allowances of 160号: their own folders, tested by schemes/cases.test.ts',
  seniorCard: ['senior-card'],
  station: ['station'],
  meal: ['meal'],
  institution: ['institution-operating', 'institution-residence'],
  homeCareBed: ['home-care-bed'],
  homeAdaptation: ['home-adaptation'],
  visits: 'how often somebody is visited, no allowance: module visits',
  funeral: ['funeral', 'eco-burial'],
  minimumLiving: ['minimum-living', 'consumption-ratio'],
  tekun: ['destitute-support'],
  timeBank: 'hours for hours, not money: no module yet',
  prepayment: 'what an institution may take in advance, no allowance: module facilities',
  lowIncomeFamily: ['low-income-family'],
  childrenInDifficulty: ['childrens-allowance'],
  temporaryRelief: ['temporary-relief'],
  familyPlanningSpecialAid: ['family-planning-aid'],
  disabledPersonsCare: ['disabled-care', 'disabled-living'],
};

const parametersOf = (folder: string) => {
  const scheme = schemeOf(folder);
  if (!scheme) throw new Error(folder);
  return fileOf(scheme).parameters;
};

it('every entry of the list of allowances has a folder, or says why not', () => {
  expect(Object.keys(CARRIED).sort()).toEqual(Object.keys(golden).sort());
  for (const folders of Object.values(CARRIED))
    if (typeof folders !== 'string') for (const folder of folders) expect(schemeOf(folder), folder).toBeDefined();
});

/** folder.parameter → where the list says the same; yuan there, fen here; shares there, percent here. */
const SAME: Record<string, (list: never) => number> = {
  'funeral.amountFen': (list: { funeral: { subsidyNoOtherBenefit: number } }) =>
    list.funeral.subsidyNoOtherBenefit * 100,
  'eco-burial.perUrnFen': (list: { funeral: { ecoBurialToInstitution: number } }) =>
    list.funeral.ecoBurialToInstitution * 100,
  'meal.dinerFen': (list: { meal: { dinerPerDay: number } }) => list.meal.dinerPerDay * 100,
  'meal.operatorFen': (list: { meal: { operatorPerPersonPerDay: number } }) => list.meal.operatorPerPersonPerDay * 100,
  'station.perElderFen': (list: { station: { urbanPerSignedElder: number } }) => list.station.urbanPerSignedElder * 100,
  'station.ruralFlatFen': (list: { station: { ruralFlat: { amount: number } } }) => list.station.ruralFlat.amount * 100,
  'station.ruralFrom': (list: { station: { ruralFlat: { ifSignedBelow: number } } }) =>
    list.station.ruralFlat.ifSignedBelow,
  'institution-operating.fullMonthDays': (list: { institution: { countRule: { fullMonthDays: number } } }) =>
    list.institution.countRule.fullMonthDays,
  'institution-operating.severeFen': (list: { institution: { perBedByLevel: { values: { severe: number } } } }) =>
    list.institution.perBedByLevel.values.severe * 100,
  'home-care-bed.constructionFen': (list: { homeCareBed: { city: { constructionOnce: number } } }) =>
    list.homeCareBed.city.constructionOnce * 100,
  'home-care-bed.operatingFen': (list: { homeCareBed: { city: { operatingPerMonth: number } } }) =>
    list.homeCareBed.city.operatingPerMonth * 100,
  'home-adaptation.sharePercent': (list: { homeAdaptation: { values: { share: number } } }) =>
    list.homeAdaptation.values.share * 100,
  'home-adaptation.capFen': (list: { homeAdaptation: { values: { capPerHousehold: number } } }) =>
    list.homeAdaptation.values.capPerHousehold * 100,
  'destitute-support.basicPercent': (list: { tekun: { basicFactorOfMinimumLiving: number } }) =>
    list.tekun.basicFactorOfMinimumLiving * 100,
  'temporary-relief.capTimes': (list: { temporaryRelief: { capTimesMinimumLiving: number } }) =>
    list.temporaryRelief.capTimesMinimumLiving,
  'family-planning-aid.childDeadFen': (list: { familyPlanningSpecialAid: { onlyChildDead: number } }) =>
    list.familyPlanningSpecialAid.onlyChildDead * 100,
  'family-planning-aid.childDisabledFen': (list: { familyPlanningSpecialAid: { onlyChildDisabled: number } }) =>
    list.familyPlanningSpecialAid.onlyChildDisabled * 100,
  'childrens-allowance.orphanFen': (list: { childrenInDifficulty: { orphan: number } }) =>
    list.childrenInDifficulty.orphan * 100,
};

it.each(Object.entries(SAME))('%s is what the list says', (path, says) => {
  const [folder = '', key = ''] = path.split('.');
  expect(parametersOf(folder)[key]?.values.find(each => !each.district)?.value).toBe(says(golden as never));
});

it('the standard of 低保 is that of the list in each July, uncertain where the list knows none', () => {
  const { byYear } = golden.minimumLiving as { byYear: Record<string, number | null> };
  const values = parametersOf('minimum-living').standardFen?.values ?? [];
  for (const [year, yuan] of Object.entries(byYear)) {
    const value = values.find(each => each.from <= `${year}-07-01` && (each.to ?? '9999') >= `${year}-07-01`);
    if (yuan === null) expect(value?.confidence, year).toBe('uncertain');
    else expect(value?.value, year).toBe(yuan * 100);
  }
});

it('keys and folders are unique', () => {
  expect(new Set(REGISTER.map(scheme => scheme.key)).size).toBe(REGISTER.length);
  expect(new Set(REGISTER.map(scheme => scheme.folder)).size).toBe(REGISTER.length);
});
