import type { z } from 'zod';
import type { FacilityKind, FacilityStatus, Ownership, PlaceFacts } from '#contracts/facility-nouns.ts';
import { areaName } from '#modules/areas/index.ts';
import { areaAt } from '#shared/area-codes.ts';

export type PriceRow = { item: string; unit: string; low_fen: number; high_fen: number; from_on: string };

export type PlaceRow = {
  facility_id: string;
  kind: FacilityKind;
  name: string;
  area_code: string;
  longitude: number;
  latitude: number;
  address: string | null;
  phone: string | null;
  opening_hours: string | null;
  status: FacilityStatus;
  ownership: z.infer<typeof Ownership> | null;
  operator_name: string | null;
  organisation_id: string | null;
  opened_on: string | null;
  exited_on: string | null;
  exit_reason: string | null;
  linked_centre_id: string | null;
  linked_on: string | null;
  beds: number;
  nursing_beds: number;
  star: number | null;
  free_beds: number | null;
  waiting: number | null;
  updated_at: string | null;
  prices: PriceRow[];
};

/** Columns of a place with its vacancy and the prices in force on the day of parameter `day` (e.g. $1). */
export const placeColumns = (day: string): string => `f.*, v.free_beds, v.waiting, v.updated_at,
  coalesce((select json_agg(json_build_object('item', p.item, 'unit', p.unit, 'low_fen', p.low_fen, 'high_fen', p.high_fen,
      'from_on', p.from_on) order by p.item)
    from facility_prices p where p.facility_id = f.facility_id and p.from_on <= ${day}::date
      and (p.to_on is null or p.to_on > ${day}::date)), '[]') as prices`;

/** Hotline 12345 answers day and night; every street of Beijing has a service counter, hours as the city publishes them. */
const counterOf = (areaCode: string) => ({
  hotline: '12345',
  name: `${areaName(areaAt(areaCode, 'street'))}便民服务窗口`,
  hours: '工作日 9:00–17:30',
});

const whereOf = (code: string): string =>
  [...new Set([areaAt(code, 'district'), areaAt(code, 'street'), code])].map(areaName).join(' ');

export function placeFacts(row: PlaceRow): PlaceFacts {
  return {
    id: row.facility_id,
    kind: row.kind,
    name: row.name,
    status: row.status,
    areaCode: row.area_code,
    where: whereOf(row.area_code),
    longitude: row.longitude,
    latitude: row.latitude,
    address: row.address,
    phone: row.phone,
    openingHours: row.opening_hours,
    ownership: row.ownership,
    operatorName: row.operator_name,
    star: row.star,
    beds: row.beds,
    nursingBeds: row.nursing_beds,
    openedOn: row.opened_on,
    prices: row.prices.map(p => ({
      item: p.item,
      unit: p.unit,
      lowFen: p.low_fen,
      highFen: p.high_fen,
      fromOn: p.from_on,
    })),
    vacancy:
      row.free_beds === null || row.updated_at === null
        ? null
        : { freeBeds: row.free_beds, waiting: row.waiting ?? 0, updatedAt: row.updated_at },
    counter: counterOf(row.area_code),
  };
}
