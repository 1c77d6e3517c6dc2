import { insertItems } from '#modules/catalogue/index.ts';
import { insertProviders } from '#modules/providers/index.ts';
import { insertCaregivers } from '#modules/workforce/index.ts';
import { communityHistory, type DemoOrganisation, type DemoStaff, eldersOf } from '../../demo/index.ts';
import { itemRows, OPENED_ON, offeredBy } from '../catalogue.ts';
import { lookup, relatedId } from '../lookup.ts';
import type { World } from '../plan.ts';
import type { StepContext } from '../step-context.ts';

/** Service items, the firms, centres and stations that offer them, and their caregivers with certificates. */
export async function loadServices({ client, world }: StepContext): Promise<number> {
  const items = itemRows();
  await insertItems(client, items);
  const firms = world.supply.organisations.filter(isProvider);
  const ratings = ratingsOf(world);
  const offers = firms.flatMap(firm =>
    offeredBy(firm).map(i => ({ provider_id: firm.organisationId, item_code: i.item_code, price_fen: i.price_fen })),
  );
  await insertProviders(
    client,
    firms.map(firm => providerRow(world, firm, ratings.get(firm.organisationId))),
    offers,
  );
  const carers = world.supply.staff.filter(s => s.role === 'caregiver');
  const rows = carers.map(s => caregiverRow(world, s));
  const certificates = carers.flatMap(s => certificateRows(s));
  await insertCaregivers(client, rows, certificates);
  return items.length + firms.length + offers.length + rows.length + certificates.length;
}

/** Operators that only run places elsewhere in the city serve nobody at home. */
const isProvider = (o: DemoOrganisation) =>
  (o.kind === 'provider' && o.services.length > 0) || o.kind === 'centre' || o.kind === 'station';

type Rating = { sum: number; count: number };

/** What people said of each firm over the 18 months: the same scores that the orders carry. */
function ratingsOf(world: World): Map<string, Rating> {
  const found = new Map<string, Rating>();
  for (const place of world.history) {
    const elders = eldersOf(world.map.seed, place, world.codes);
    for (const event of communityHistory(world.map, world.supply, { place, elders })) {
      if (event.kind !== 'order' || event.rating === null) continue;
      const rating = found.get(event.organisationId) ?? { sum: 0, count: 0 };
      found.set(event.organisationId, { sum: rating.sum + event.rating, count: rating.count + 1 });
    }
  }
  return found;
}

function providerRow(world: World, firm: DemoOrganisation, rating: Rating | undefined) {
  const [longitude, latitude] = lookup(world).points.get(firm.areaCode) ?? [116.4, 39.9];
  return {
    provider_id: firm.organisationId,
    name: firm.name,
    class: firm.kind === 'provider' ? 'professional' : firm.kind,
    ownership: firm.kind === 'provider' ? 'private' : 'social',
    credit_code: firm.creditCode,
    status: 'operating',
    area_code: firm.areaCode,
    longitude,
    latitude,
    capacity_per_day: firm.kind === 'provider' ? 60 : 20,
    rating_sum: rating?.sum ?? 0,
    rating_count: rating?.count ?? 0,
    applied_on: OPENED_ON,
    admitted_on: OPENED_ON,
    exited_on: null,
  };
}

const LEVELS = ['五级/初级工', '四级/中级工', '三级/高级工', '二级/技师', '一级/高级技师'];

/** A caregiver's id is the account's: one person, one number. */
function caregiverRow(world: World, s: DemoStaff) {
  const { organisations, points } = lookup(world);
  const [longitude, latitude] = points.get(s.areaCode) ?? [116.4, 39.9];
  return {
    caregiver_id: s.staffId,
    account_id: s.staffId,
    provider_id: s.organisationId,
    provider_name: organisations.get(s.organisationId)?.name ?? '',
    name: s.name,
    sex: s.sex,
    level: Math.max(0, LEVELS.indexOf(s.certificates[0]?.level ?? '')) + 1,
    status: 'active',
    verified_on: s.startedOn,
    negative_since: null,
    negative_reason: null,
    area_code: s.areaCode,
    longitude,
    latitude,
    orders_per_day: 6,
    started_on: s.startedOn,
    left_on: null,
  };
}

const certificateRows = (s: DemoStaff) =>
  s.certificates.map(c => ({
    certificate_id: relatedId(s.staffId, c.kind),
    caregiver_id: s.staffId,
    account_id: s.staffId,
    provider_id: s.organisationId,
    area_code: s.areaCode,
    kind: c.kind,
    level: c.level,
    issued_on: c.issuedOn,
    expires_on: c.expiresOn,
    revoked_on: null,
  }));
