import { basicService } from '../schemes/basic-service/rule.ts';
import { childrensAllowance } from '../schemes/childrens-allowance/rule.ts';
import { consumptionRatio } from '../schemes/consumption-ratio/rule.ts';
import { destituteSupport } from '../schemes/destitute-support/rule.ts';
import { disabledPersonsCare } from '../schemes/disabled-care/rule.ts';
import { disabledPersonsLiving } from '../schemes/disabled-living/rule.ts';
import { ecoBurial } from '../schemes/eco-burial/rule.ts';
import { familyDoctor } from '../schemes/family-doctor/rule.ts';
import { familyPlanningSpecialAid } from '../schemes/family-planning-aid/rule.ts';
import { festivalVisit } from '../schemes/festival-visit/rule.ts';
import { funeral } from '../schemes/funeral/rule.ts';
import { homeAdaptation } from '../schemes/home-adaptation/rule.ts';
import { homeCareBed } from '../schemes/home-care-bed/rule.ts';
import { institutionBeds } from '../schemes/institution-beds/rule.ts';
import { institutionOperating } from '../schemes/institution-operating/rule.ts';
import { institutionResidence } from '../schemes/institution-residence/rule.ts';
import { lowIncomeFamily } from '../schemes/low-income-family/rule.ts';
import { ltcCoordination } from '../schemes/ltc-coordination/rule.ts';
import { meal } from '../schemes/meal/rule.ts';
import { minimumLiving } from '../schemes/minimum-living/rule.ts';
import { onePressCall } from '../schemes/one-press-call/rule.ts';
import { registerUpkeep } from '../schemes/register-upkeep/rule.ts';
import { seniorCard } from '../schemes/senior-card/rule.ts';
import { station } from '../schemes/station/rule.ts';
import { temporaryRelief } from '../schemes/temporary-relief/rule.ts';
import { type SchemeFile, schemeFile } from './read-scheme-file.ts';
import type { SchemeDefinition } from './scheme.ts';

/**
 * The one table of schemes besides the three monthly allowances of 160号, in the order in which they are shown. Everything
 * else (overview, calculator, elder's list, command line, tests of the examples) walks it.
 */
export const REGISTER: readonly SchemeDefinition[] = [
  homeCareBed,
  basicService,
  meal,
  familyDoctor,
  onePressCall,
  seniorCard,
  disabledPersonsCare,
  disabledPersonsLiving,
  familyPlanningSpecialAid,
  institutionResidence,
  minimumLiving,
  lowIncomeFamily,
  destituteSupport,
  temporaryRelief,
  consumptionRatio,
  childrensAllowance,
  homeAdaptation,
  festivalVisit,
  funeral,
  ecoBurial,
  ltcCoordination,
  station,
  institutionOperating,
  institutionBeds,
  registerUpkeep,
];

const byKey = new Map(REGISTER.map(scheme => [scheme.key, scheme]));
const byFolder = new Map(REGISTER.map(scheme => [scheme.folder, scheme]));

/** By key (`minimumLiving`) or folder (`minimum-living`). */
export const schemeOf = (name: string): SchemeDefinition | undefined => byKey.get(name) ?? byFolder.get(name);

export const fileOf = (scheme: SchemeDefinition): SchemeFile =>
  schemeFile(scheme.folder, key => byKey.get(key)?.folder ?? key);
