import { describe, expect, test, vi } from 'vitest';
import { pick, randomOf } from '#shared/random.ts';
import { duplicatesCommand } from './cli.ts';
import { ColumnBuilder, guessKind, tidy } from './matching/columns.ts';
import { findDuplicates } from './matching/find-duplicates.ts';
import { isOneSlip, jaroWinkler, likeness } from './matching/similarity.ts';
import { readTable } from './read-file.ts';

const FEBRL = `${import.meta.dirname}/../../../../tests/golden/febrl`;
const personOf = (id: string) => /rec-(\d+)/.exec(id)?.[1] ?? '';

/** Pairs of one person in the file, from the numbers that the makers of the data put into the record's name. */
function truthOf(ids: readonly string[], secondFrom: number): number {
  const groups = [...Map.groupBy(ids.keys(), at => personOf(ids[at] ?? '')).values()];
  if (secondFrom === 0) return groups.reduce((sum, { length }) => sum + (length * (length - 1)) / 2, 0);
  return groups.reduce((sum, group) => {
    const first = group.filter(at => at < secondFrom).length;
    return sum + first * (group.length - first);
  }, 0);
}

async function judge(files: string[]) {
  const { ids, all, secondFrom } = await readTable(
    files.map(name => `${FEBRL}/${name}.csv`),
    'rec_id=id',
  );
  const { matches, compared } = findDuplicates(all, { secondFrom });
  const isRight = ({ a, b }: { a: number; b: number }) => personOf(ids[a] ?? '') === personOf(ids[b] ?? '');
  const right = matches.filter(isRight).length;
  const f1 = (2 * right) / (matches.length + truthOf(ids, secondFrom));
  const hasty = matches.filter(match => match.probability >= 0.9999 && !isRight(match)).length;
  return { f1, hasty, comparedPerRecord: compared / all.size };
}

describe('FEBRL, without labels', () => {
  test.each([
    ['1', ['dataset1'], 0.999],
    ['2, up to five copies of one record', ['dataset2'], 0.998],
    ['4, two files linked', ['dataset4a', 'dataset4b'], 0.999],
  ])('%s', async (_, files, least) => {
    const { f1, hasty, comparedPerRecord } = await judge(files);
    expect(f1).toBeGreaterThanOrEqual(least);
    expect(hasty).toBe(0);
    expect(comparedPerRecord).toBeLessThanOrEqual(3);
  });
});

describe('Chinese registers', () => {
  const people = [
    ['王秀兰', '19380312', '13800000001', '枣园二号院3号楼'],
    ['王秀蘭', '1938-03-12', '138 0000 0001', '枣园2号院3号楼'],
    ['王秀兰', '19460707', '13800000002', '滨河西里9号楼'],
    ['李建国', '19401102', '13800000003', '枣园二号院5号楼'],
  ];
  test('one person written in two ways is found, a namesake is not', () => {
    // others make the common common: without them every agreement would be rare
    const r = randomOf(3, 'duplicates-test');
    const one = (of: string) => pick(r, [...of]);
    const rows = [
      ...people,
      ...Array.from({ length: 400 }, () => [
        `${one('赵钱孙李周吴郑王冯陈')}${one('秀建国兰桂英玉')}${one('珍华明芳林')}`,
        `19${30 + r.below(30)}0${1 + r.below(9)}1${r.below(10)}`,
        `138000${String(r.below(1e5)).padStart(5, '0')}`,
        `${pick(r, ['枣园', '清源', '滨河', '康庄'])}${r.below(40)}号楼`,
      ]),
    ];
    const kinds = ['text', 'date', 'digits', 'text'] as const;
    const builders = kinds.map((kind, at) => new ColumnBuilder(`c${at}`, kind));
    for (const row of rows) for (const [at, builder] of builders.entries()) builder.add(row[at]);
    const found = findDuplicates({ size: rows.length, columns: builders.map(one => one.close()) });
    expect(found.matches.map(({ a, b }) => [a, b])).toEqual([[0, 1]]);
  });

  test('two spellings of one value are one value', () => {
    expect(tidy('digits', ' 138-0000 0001')).toBe('13800000001');
    expect(tidy('date', '1938年03月12日')).toBe('19380312');
    expect(tidy('text', '买买提·艾力')).toBe(tidy('text', '买买提•艾力'));
    expect(tidy('digits', '11010119380312002X')).toBe('11010119380312002x');
  });
});

test('slips: added, lost, changed, exchanged signs are near; exchanged day and month too', () => {
  expect(isOneSlip('vlissingen', 'vlisingen')).toBe(true);
  expect(isOneSlip('abcd', 'abdc')).toBe(true);
  expect(isOneSlip('abcd', 'badc')).toBe(false);
  expect(jaroWinkler('martha', 'marhta')).toBeCloseTo(0.9611, 4);
  expect(jaroWinkler('dixon', 'dicksonx')).toBeCloseTo(0.8133, 4);
  expect(likeness('date', '19380312', '19381203')).toBe(3);
  expect(likeness('date', '19380312', '19550701')).toBe(1);
});

test('kinds are judged by what stands in a column', () => {
  expect(guessKind('出生', ['19380312', '19400101'])).toBe('date');
  expect(guessKind('a', ['13800000001', '13900000002'])).toBe('digits');
  expect(
    guessKind(
      '性别',
      Array.from({ length: 100 }, (_, i) => (i % 2 ? '男' : '女')),
    ),
  ).toBe('code');
});

test('a bad call or file is told in one sentence', async () => {
  const said: string[] = [];
  const spy = vi.spyOn(console, 'error').mockImplementation(line => void said.push(String(line)));
  expect(await duplicatesCommand(['--file', '/nowhere.csv'])).toBe(2);
  expect(await duplicatesCommand([])).toBe(2);
  expect(await duplicatesCommand(['--file', `${FEBRL}/dataset1.csv`, '--map', 'foo=text'])).toBe(2);
  expect(await duplicatesCommand(['--file', `${FEBRL}/dataset1.csv`, '--map', 'surname=喜好'])).toBe(2);
  spy.mockRestore();
  expect(said.join('\n')).toMatch(/读不到文件[\s\S]*没有写 --file[\s\S]*“foo”不是文件里的列[\s\S]*“喜好”不认识/);
});
