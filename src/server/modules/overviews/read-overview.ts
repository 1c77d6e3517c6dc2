import { FACT_CONFIDENCE_LABELS } from '#contracts/elders/facts.ts';
import { DomainError } from '#contracts/errors.ts';
import type { Overview, OverviewItem } from '#contracts/overviews.ts';
import { areaName } from '#modules/areas/index.ts';
import { findFormId, loadScaleForm } from '#modules/assessments/index.ts';
import { closedBecause } from '#modules/consents/index.ts';
import { readFacts } from '#modules/elders/index.ts';
import { asPublic } from '#modules/facilities/index.ts';
import { listMedicalCosts } from '#modules/relief/index.ts';
import type { Context } from '#platform/http/context.ts';
import { ageOn } from '#shared/dates.ts';
import * as db from './db.ts';
import { sectionsOf } from './make-sections.ts';
import * as say from './say-items.ts';

const OFFICIAL = { official: true };

/** 四类数据 of a person of the own area; every class that is opened is named in the read audit. */
export async function readOverview(ctx: Context, elderId: string): Promise<Overview> {
  const person = await db.findPerson(ctx, elderId);
  if (!person) throw new DomainError('platform.not-found', '没有找到这位老人，或不在您的辖区');
  ctx.saw(elderId);
  ctx.opened('service', elderId);
  ctx.opened('facility', elderId);
  const places = await db.listPlaces(ctx, elderId);
  const serving = await asPublic(ctx, () => db.listServing(ctx, person.area_code));
  const services = await db.listServices(ctx, elderId);
  return {
    ...{ elderId, name: person.name, age: ageOn(person.born_on, ctx.today), areaName: areaName(person.area_code) },
    ...sectionsOf(ctx, {
      health: await healthOf(ctx, elderId, person),
      medical: await medicalOf(ctx, elderId),
      service: services.map(row => say.serviceItem(row, { elderId, ...OFFICIAL })),
      facility: [...places.map(row => say.placeItem(row, OFFICIAL)), ...serving.map(say.nearItem)],
    }),
  };
}

async function healthOf(ctx: Context, elderId: string, person: db.PersonRow) {
  const withheld = await closedBecause(ctx, elderId, 'health');
  const results = await db.listResults(ctx, elderId);
  const facts = await registered(ctx, elderId);
  const level = [...say.levelItems(person, results, OFFICIAL), ...facts.filter(one => one.label !== ILLNESS)];
  if (withheld) return { level, items: [], withheld };
  const illnesses = facts.filter(one => one.label === ILLNESS);
  return { level, items: [...illnesses, ...(await scaleItems(ctx, elderId, { results, ...OFFICIAL }))], withheld };
}

/** Results of the level and of every other scale, in words. */
export async function scaleItems(
  ctx: Context,
  elderId: string,
  { results, official }: { results: readonly db.ResultRow[]; official: boolean },
): Promise<OverviewItem[]> {
  const fillings = await db.listFillings(ctx, elderId);
  return [
    ...say.resultItems(results, { official }),
    ...fillings.map(row => {
      const form = findFormId(row.form);
      return say.fillingItem(row, form ? loadScaleForm(form).titleZh : row.form, { official });
    }),
  ];
}

const ILLNESS = '慢性病';
const OF_HEALTH: readonly string[] = ['dementia', 'disabilities', 'diseases'];

/** What the register knows, each with where it comes from and how sure it is. */
async function registered(ctx: Context, elderId: string): Promise<OverviewItem[]> {
  const { rows } = await readFacts(ctx, elderId);
  return rows
    .filter(row => OF_HEALTH.includes(row.field))
    .map(row =>
      say.item({
        label: row.label,
        value: row.value,
        source: `人员台账，${row.sourceWords}`,
        asOf: row.asOf,
        confidence: FACT_CONFIDENCE_LABELS[row.confidence],
        path: `/desk/elders/${elderId}`,
      }),
    );
}

async function medicalOf(ctx: Context, elderId: string) {
  const withheld = await closedBecause(ctx, elderId, 'medical');
  const costs = (await closedBecause(ctx, elderId, 'medical-cost')) ? [] : await listMedicalCosts(ctx, elderId);
  return {
    items: withheld ? [] : await medicalItems(ctx, elderId, `/desk/elders/${elderId}`),
    costs: costs.map(say.costItem),
    withheld,
  };
}

/** The doctor's contacts and the stays in hospital. */
export async function medicalItems(ctx: Context, elderId: string, path: string | null): Promise<OverviewItem[]> {
  const contacts = await db.listContacts(ctx, elderId);
  const stays = await db.listStays(ctx, elderId);
  return [...contacts.map(row => say.contactItem(row, path)), ...stays.map(row => say.stayItem(row, path))];
}
