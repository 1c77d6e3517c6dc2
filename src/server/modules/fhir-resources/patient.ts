import { areaName } from '#modules/areas/index.ts';
import type { PersonRow } from './db.ts';
import { AREA_EXTENSION, ELDER_SYSTEM, type Resource } from './vocabulary.ts';

const GENDER = { 男: 'male', 女: 'female' } as const;

/** Name, sex, birth date, community and road, as the row rules show them; no identity number, telephone or door. */
export function patientResource(row: PersonRow): Resource {
  const place = [areaName(row.area_code), row.road, row.compound].filter(Boolean).join(' ');
  return {
    resourceType: 'Patient',
    id: row.elder_id,
    identifier: [{ use: 'usual', system: ELDER_SYSTEM, value: row.elder_id }],
    active: row.status === 'active',
    name: [{ use: 'official', text: row.name }],
    gender: GENDER[row.sex],
    birthDate: row.born_on,
    ...(row.died_on ? { deceasedDateTime: row.died_on } : {}),
    address: [
      { use: 'home', country: 'CN', text: place, extension: [{ url: AREA_EXTENSION, valueString: row.area_code }] },
    ],
  };
}
