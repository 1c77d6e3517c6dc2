import type { Scheme } from '#contracts/benefits/schemes.ts';
import {
  type BulkApplication,
  evaluatePage,
  insertApplications,
  insertDeterminations,
} from '#modules/benefits/bulk/index.ts';
import type { PersonRow } from '#modules/benefits/rehearse/index.ts';
import type { NewElder } from '#modules/elders/index.ts';
import { SYSTEM_ACTOR } from '#platform/http/context.ts';
import { addDays, addMonths } from '#shared/dates.ts';
import type { DemoAssessment } from '../../demo/index.ts';
import type { HistoryContext } from '../history-rows.ts';
import { officeOf, relatedId } from '../lookup.ts';
import type { World } from '../plan.ts';
import { loadAccounts } from './payments.ts';

/** Months whose determinations stand in the demo: the last closed one and the running one. */
const MONTHS = ['2025-05', '2025-06'] as const;
/** 160号 is in force since October 2019; nobody applied before. */
const EARLIEST = '2019-10-08';

/** Granted applications of those who may have one, and what the law as configured pays them. */
export async function loadBenefits(
  h: HistoryContext,
  people: readonly NewElder[],
  assessed: readonly DemoAssessment[],
) {
  const { client, now } = h.ctx;
  const results = new Map(assessed.filter(a => a.publishedOn).map(a => [a.elderId, a]));
  const applications = people.flatMap(person => applicationsOf(h.world, person));
  await insertApplications(client, applications);
  const bySchemes = Map.groupBy(applications, a => a.elderId);
  const rows = people
    .filter(person => bySchemes.has(person.elderId))
    .map(person => personRow(person, results.get(person.elderId), bySchemes.get(person.elderId) ?? []));
  let determined = await loadAccounts(
    { client, now, keys: h.keys },
    people.filter(person => bySchemes.has(person.elderId)),
  );
  for (const month of MONTHS) {
    const { granted } = evaluatePage(rows, month);
    await insertDeterminations(client, granted, now);
    determined += granted.length;
  }
  return applications.length + determined;
}

/** What somebody has been granted; no more than the facts of the register say. */
export function applicationsOf(world: World, person: NewElder): BulkApplication[] {
  if (!person.hukouAreaCode.startsWith('11')) return [];
  const found: [Scheme, string][] = [];
  const eighty = addMonths(person.bornOn, 80 * 12);
  if (eighty <= '2025-05-20') found.push(['advancedAge', addDays(eighty, 6)]);
  if (person.economicClass !== 'none' || person.familyPlanningSpecial) found.push(['hardship', '2023-03-14']);
  const severe = person.disabilities.some(d => d.grade <= 2);
  if ((person.abilityLevel ?? 0) >= 3 || severe) found.push(['care', '2024-02-20']);
  return found.map(([scheme, on]) => applicationRow(world, person, { scheme, on: on < EARLIEST ? EARLIEST : on }));
}

function applicationRow(world: World, person: NewElder, of: { scheme: Scheme; on: string }): BulkApplication {
  const worker = officeOf(world, 'community', person.areaCode);
  const clerk = officeOf(world, 'street', person.areaCode);
  const nobody = SYSTEM_ACTOR.accountId;
  return {
    applicationId: relatedId(person.elderId, `benefit-${of.scheme}`),
    elderId: person.elderId,
    areaCode: person.areaCode,
    scheme: of.scheme,
    status: 'granted',
    appliedOn: of.on,
    appliedBy: { accountId: worker?.staffId ?? nobody, name: worker?.name ?? '社区工作者' },
    decided: {
      by: { accountId: clerk?.staffId ?? nobody, name: clerk?.name ?? '街道养老专干' },
      at: `${addDays(of.on, 2)}T15:00:00+08:00`,
      note: null,
    },
  };
}

function personRow(person: NewElder, result: DemoAssessment | undefined, applied: BulkApplication[]): PersonRow {
  return {
    elder_id: person.elderId,
    area_code: person.areaCode,
    name: person.name,
    born_on: person.bornOn,
    hukou_area_code: person.hukouAreaCode,
    hukou_in_beijing: true,
    hukou_left_on: null,
    economic_class: person.economicClass,
    family_planning_special: person.familyPlanningSpecial,
    disabilities: [...person.disabilities],
    multiple_disability: person.disabilities.length > 1,
    died_on: null,
    ability_level: person.abilityLevel,
    assessed_level: result ? person.abilityLevel : null,
    assessed_on: result?.assessedOn ?? null,
    other_benefits: null,
    imprisoned_on: null,
    released_on: null,
    declared_missing_on: null,
    facts_source: null,
    applications: Object.fromEntries(applied.map(a => [a.scheme, { on: a.appliedOn, granted: true }])),
  };
}
