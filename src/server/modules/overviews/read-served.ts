import { DomainError } from '#contracts/errors.ts';
import { BED_STATUS_LABELS, type BedStatus } from '#contracts/home-care-bed-lifecycle.ts';
import type { Overview, ServedKind, ServedPerson } from '#contracts/overviews.ts';
import { closedBecause, withheldFor } from '#modules/consents/index.ts';
import { type RowScope, underScope } from '#platform/database/transaction.ts';
import type { Context } from '#platform/http/context.ts';
import { pageOf, readCursor } from '#platform/http/paging.ts';
import { ageOn } from '#shared/dates.ts';
import * as db from './db.ts';
import { sectionsOf } from './make-sections.ts';
import { medicalItems, scaleItems } from './read-overview.ts';
import * as say from './say-items.ts';

type Query = { kind?: ServedKind | undefined; name?: string | undefined; cursor?: string | undefined; limit: number };

/** People whom the acting organisation serves today, each with what they have said about the two asked classes. */
export async function listServed(ctx: Context, query: Query) {
  const asked = { kind: query.kind ?? null, name: query.name || null, elderId: null };
  const found = await db.listServed(ctx, asked, { after: readCursor(query.cursor), limit: query.limit + 1 });
  const { kept, nextCursor } = pageOf(found, query.limit, row => [row.name, row.elder_id]);
  const ids = kept.map(row => row.elder_id);
  ctx.saw(...ids);
  const health = await withheldFor(ctx, ids, 'organisation-health');
  const medical = await withheldFor(ctx, ids, 'organisation-medical');
  const rows: ServedPerson[] = kept.map(row => ({
    ...{ elderId: row.elder_id, name: row.name, since: row.since, services: row.services.map(wordsOf) },
    age: row.born_on ? ageOn(row.born_on, ctx.today) : null,
    ...{ healthOpen: !health.has(row.elder_id), medicalOpen: !medical.has(row.elder_id) },
  }));
  return { rows, nextCursor, total: await db.countServed(ctx, asked), totalIsApproximate: false };
}

const wordsOf = (service: db.ServedRow['services'][number]): ServedPerson['services'][number] =>
  service.kind === 'bed' ? { ...service, what: BED_STATUS_LABELS[service.what as BedStatus] } : service;

const SERVING = { official: false };

/**
 * The four classes of one person while served: the own records under the organisation's own rules; health and medical under
 * the way `granted`, where the database asks once more whether the organisation serves the person today and what was said.
 */
export async function readServed(ctx: Context, elderId: string): Promise<Overview> {
  const asked = { kind: null, name: null, elderId };
  const [served] = await db.listServed(ctx, asked, { after: undefined, limit: 1 });
  if (!served) throw new DomainError('platform.not-found', '没有找到这位老人：不是您单位正在服务的，或服务已经结束');
  ctx.saw(elderId);
  ctx.opened('service', elderId);
  ctx.opened('facility', elderId);
  const closed = {
    health: await closedBecause(ctx, elderId, 'health'),
    medical: await closedBecause(ctx, elderId, 'medical'),
  };
  const { organisationId } = ctx.actor;
  const scope: RowScope = { way: 'granted', accountId: ctx.actor.accountId, organisationId, elderId, at: ctx.now };
  const { health, medical } = await underScope(ctx, { inner: scope, outer: ctx.scope }, async () => {
    const inner = { ...ctx, scope };
    return {
      health: closed.health ? { level: [], items: [] } : await healthOf(inner, elderId),
      medical: closed.medical ? [] : await medicalItems(inner, elderId, null),
    };
  });
  const places = await db.listPlaces(ctx, elderId);
  const services = await db.listServices(ctx, elderId);
  return {
    ...{ elderId, name: served.name, areaName: null, age: served.born_on ? ageOn(served.born_on, ctx.today) : null },
    ...sectionsOf(ctx, {
      health: { ...health, withheld: closed.health },
      medical: { items: medical, costs: [], withheld: closed.medical },
      service: services.map(row => say.serviceItem(row, { elderId, ...SERVING })),
      facility: places.map(row => say.placeItem(row, SERVING)),
    }),
  };
}

async function healthOf(inner: Context, elderId: string) {
  const person = await db.findPerson(inner, elderId);
  if (!person) return { level: [], items: [] };
  const results = await db.listResults(inner, elderId);
  const illnesses = await db.findIllnesses(inner, elderId);
  const disabilities = person.disabilities.map(one => `${one.kind}${one.grade}级`);
  const fact = (label: string, values: readonly string[]) =>
    values.length > 0 ? [say.item({ label, value: values.join('、'), source: '人员台账' })] : [];
  return {
    level: [
      ...say.levelItems(person, results, SERVING),
      ...fact('失智', person.dementia ? ['是'] : []),
      ...fact('残疾', disabilities),
    ],
    items: [...fact('慢性病', illnesses), ...(await scaleItems(inner, elderId, { results, ...SERVING }))],
  };
}
