import type { Keys } from '#platform/secrets/keys.ts';
import { open, seal } from '#platform/secrets/seal.ts';

/** Key of the working files and the first rows of the table; nothing of it stands in clear. */
export type ImportSecret = { secret: string; errorSecret: string; sample: string[][] };
/** What a look-alike row shows beside its candidates. */
export type RowSecret = { name: string; bornOn: string; sex: string; compound: string | null; identityMasked: string };

const at = (importId: string) => ({ table: 'elder_imports', elderId: importId });
const rowAt = (importId: string) => ({ table: 'elder_import_rows', elderId: importId });

export const sealImport = (keys: Keys, importId: string, value: ImportSecret): Buffer =>
  seal(keys, at(importId), value);
export const openImport = (keys: Keys, row: { import_id: string; sealed: Buffer }): ImportSecret =>
  open(keys, at(row.import_id), row.sealed) as ImportSecret;
export const sealRow = (keys: Keys, importId: string, value: RowSecret): Buffer => seal(keys, rowAt(importId), value);
export const openRow = (keys: Keys, importId: string, sealed: Buffer): RowSecret =>
  open(keys, rowAt(importId), sealed) as RowSecret;
