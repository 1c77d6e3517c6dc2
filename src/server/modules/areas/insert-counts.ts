import type pg from 'pg';
import { insertMany } from '#platform/database/insert-many.ts';

/** Elders of one community in one age band and ability; `living` in the order of LIVINGS (独居 … 住养老机构). */
export type NewAreaCount = {
  areaCode: string;
  ageBand: string;
  ability: string;
  asOf: string;
  living: readonly number[];
};

const AREA_COUNTS = {
  table: 'area_counts',
  columns: {
    area_code: 'text',
    as_of: 'date',
    age_band: 'text',
    ability: 'text',
    living_alone: 'integer',
    couple_only: 'integer',
    with_children: 'integer',
    with_others: 'integer',
    in_institution: 'integer',
  },
};

/** Counts in bulk; for a client in the batch role. Answers the number of rows. */
export function insertAreaCounts(client: pg.ClientBase, rows: readonly NewAreaCount[]): Promise<number> {
  return insertMany(
    client,
    AREA_COUNTS,
    rows.map(({ areaCode, asOf, ageBand, ability, living }) => ({
      area_code: areaCode,
      as_of: asOf,
      age_band: ageBand,
      ability,
      living_alone: living[0],
      couple_only: living[1],
      with_children: living[2],
      with_others: living[3],
      in_institution: living[4],
    })),
  );
}
