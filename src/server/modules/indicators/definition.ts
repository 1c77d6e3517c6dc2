/**
 * Every indicator once: what it counts, where the words come from, how a sentence of a progress table is recognised.
 * `records` answers one row per thing counted (id, title, detail, on_date, area_code, measure) from published views only,
 * so a figure and the records it opens can never differ. Parameters: $1 area from, $2 area to, $3 period from, $4 as-of.
 */
export type Definition = {
  code: string;
  name: string;
  unit: string;
  aliases: readonly string[];
  definition: string;
  source: string;
  aggregate: 'sum' | 'share' | 'median';
  /** Counted within the period that ends at the as-of date, or as the state on that day. */
  over: 'period' | 'day';
  records: string;
  /** Path of one record's page, with {id}. */
  path: string | null;
  /** A figure in a progress sentence is this indicator when its item speaks of a subject and its quote of a state. */
  recognise: {
    subjects: readonly string[];
    states: readonly string[];
    not?: readonly string[];
    unit: readonly string[];
  } | null;
};
