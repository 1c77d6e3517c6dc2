import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type Units = { aliases: Record<string, string>; demoDepartments: Record<string, string[]> };

const FILE = join(import.meta.dirname, '../../../../data/government-units.json');
let kept: Units | undefined;
const units = (): Units => {
  kept ??= JSON.parse(readFileSync(FILE, 'utf8')) as Units;
  return kept;
};

/**
 * The spellings under which a unit named in a document may stand on the books: as written, and in full with the area's
 * name in place of 区 or 市 (区商务局 → 大兴区商务局, 区医保局 → 大兴区＋医疗保障局).
 */
export function spellingsOf(name: string, areaName: string): string[] {
  const bare = /^[区市](?=.)/.test(name) ? name.slice(1) : undefined;
  if (!bare) return [name];
  return [...new Set([name, `${areaName}${bare}`, `${areaName}${units().aliases[bare] ?? bare}`])];
}

export const demoDepartments = (areaCode: string): string[] => units().demoDepartments[areaCode] ?? [];
