/** F1 on the public FEBRL sets that stand in tests/golden, without labels, and pairs compared a record. */
import { join } from 'node:path';
import { findDuplicates } from '../src/server/modules/register-quality/matching/find-duplicates.ts';
import { readTable } from '../src/server/modules/register-quality/read-file.ts';
import { type Line, rounded } from './lines.ts';

const SETS = [
  { name: 'FEBRL 1', files: ['dataset1'], least: 0.98 },
  { name: 'FEBRL 2', files: ['dataset2'], least: 0.98 },
  { name: 'FEBRL 4', files: ['dataset4a', 'dataset4b'], least: 0.999 },
];
const FOLDER = join(import.meta.dirname, '../tests/golden/febrl');
const personOf = (id = '') => /rec-(\d+)/.exec(id)?.[1] ?? '';

/** Pairs of one person, by the numbers in the records' names; across two files from `secondFrom` on. */
function truthOf(ids: readonly string[], secondFrom: number): number {
  const groups = Map.groupBy(ids.keys(), at => personOf(ids[at]));
  return [...groups.values()].reduce((sum, group) => {
    const first = group.filter(at => at < secondFrom).length;
    return sum + (secondFrom === 0 ? (group.length * (group.length - 1)) / 2 : first * (group.length - first));
  }, 0);
}

export async function febrlLines(): Promise<Line[]> {
  const lines: Line[] = [];
  for (const { name, files, least } of SETS) {
    const { ids, all, secondFrom } = await readTable(
      files.map(file => join(FOLDER, `${file}.csv`)),
      'rec_id=id',
    );
    const { matches, compared } = findDuplicates(all, { secondFrom });
    const right = matches.filter(({ a, b }) => personOf(ids[a]) === personOf(ids[b])).length;
    const f1 = rounded((2 * right) / (matches.length + truthOf(ids, secondFrom)));
    const job = `${name}, ${all.size.toLocaleString('en')} records, ${rounded(compared / all.size)} pairs a record`;
    lines.push({
      ...{ row: 'I', job, unit: 'F1', ours: f1, limit: null, peer: null, ratio: f1 },
      ...{ goal: `≥ ${least}`, met: f1 >= least },
    });
  }
  return lines;
}
