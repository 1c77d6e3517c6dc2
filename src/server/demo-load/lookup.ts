import { createHash } from 'node:crypto';
import { areaAt } from '#shared/area-codes.ts';
import type { Point } from '#shared/geo.ts';
import type { DemoOrganisation, DemoStaff } from '../demo/index.ts';
import type { World } from './plan.ts';

type Lookup = {
  staff: Map<string, DemoStaff>;
  organisations: Map<string, DemoOrganisation>;
  /** Any place of an area, for organisations that have no point of their own. */
  points: Map<string, Point>;
  /** Who works for a street office, its finance bureau, its duty desk. */
  offices: Map<string, DemoStaff>;
  desks: Map<string, DemoOrganisation>;
};

const known = new WeakMap<World, Lookup>();

/** Staff, organisations and offices of a world by id and area; made once. */
export function lookup(world: World): Lookup {
  const before = known.get(world);
  if (before) return before;
  const { staff, organisations } = world.supply;
  const points = new Map<string, Point>();
  for (const p of world.map.places) {
    for (const code of [p.code, p.streetCode, p.districtCode]) if (!points.has(code)) points.set(code, p.point);
  }
  const office = (s: DemoStaff) => [`${s.role}:${s.areaCode}`, s] as const;
  const desks = new Map<string, DemoOrganisation>();
  for (const o of [...organisations].sort(centresFirst)) {
    const street = areaAt(o.areaCode, 'street');
    if ((o.kind === 'centre' || o.kind === 'station') && !desks.has(street)) desks.set(street, o);
  }
  const made: Lookup = {
    staff: new Map(staff.map(s => [s.staffId, s])),
    organisations: new Map(organisations.map(o => [o.organisationId, o])),
    points,
    offices: new Map([...staff].reverse().map(office)),
    desks,
  };
  known.set(world, made);
  return made;
}

/** As alarms_duty_organisation decides: the centre of the street, else the first station by code. */
const centresFirst = (a: DemoOrganisation, b: DemoOrganisation) =>
  Number(b.kind === 'centre') - Number(a.kind === 'centre') ||
  a.areaCode.localeCompare(b.areaCode) ||
  a.organisationId.localeCompare(b.organisationId);

/** The first holder of a role for the community's street, else its district. */
export function officeOf(world: World, role: string, areaCode: string): DemoStaff | undefined {
  const { offices } = lookup(world);
  return (
    offices.get(`${role}:${areaCode}`) ??
    offices.get(`${role}:${areaAt(areaCode, 'street')}`) ??
    offices.get(`${role}:${areaAt(areaCode, 'district')}`) ??
    offices.get(`${role}:${areaAt(areaCode, 'city')}`)
  );
}

/** A second id from a first one: same instant, other random part, always the same. */
export function relatedId(id: string, purpose: string): string {
  const hex = createHash('sha256').update(`${id}|${purpose}`).digest('hex');
  return `${id.slice(0, 14)}7${hex.slice(0, 3)}-8${hex.slice(3, 6)}-${hex.slice(6, 18)}`;
}
