import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AreaLevel, Outlines } from '#contracts/areas.ts';
import { parentArea } from '#shared/area-codes.ts';

const DATA = join(import.meta.dirname, '../../../../data');
export const DIVISIONS_FILE = 'divisions-110000.tsv';

/** Cut-off of the statistics codes (统计用区划代码 2023, 国家统计局); the divisions count as in force from then on. */
export const DIVISIONS_VALID_FROM = '2023-06-30';

export type Division = { code: string; level: AreaLevel; name: string; parentCode: string | null };

export const readDivisionsText = (): string => readFileSync(join(DATA, DIVISIONS_FILE), 'utf8');

/** The city, 16 districts, 349 streets and towns, 7,535 communities and villages, in code order within each level. */
export function readDivisions(text: string = readDivisionsText()): Division[] {
  return text
    .trimEnd()
    .split('\n')
    .slice(1)
    .map(line => {
      const [code, level, name] = line.split('\t') as [string, AreaLevel, string];
      return { code, level, name, parentCode: parentArea(code) };
    });
}

/** District outlines in WGS-84, marked 示意图; read at first use, 150 kB. */
let outlines: Outlines | undefined;
export function readOutlines(): Outlines {
  outlines ??= JSON.parse(readFileSync(join(DATA, 'outlines-110000.json'), 'utf8')) as Outlines;
  return outlines;
}
