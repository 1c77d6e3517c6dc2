import { readdirSync, readFileSync, statSync } from 'node:fs';
import { expect, it } from 'vitest';

/**
 * The parser is grammar: no sentence, heading, unit list or number of the five documents may stand in src/.
 * Every run of 8 signs of them is searched in all files of src/; only names of the glossary are excepted.
 */
const RUN = 8;
const GOLDEN = new URL('./golden/policies/', import.meta.url);
const SOURCE = new URL('../src/', import.meta.url);

function filesUnder(folder: URL): URL[] {
  return readdirSync(folder).flatMap(name => {
    const plain = new URL(name, folder);
    return statSync(plain).isDirectory() ? filesUnder(new URL(`${name}/`, folder)) : [plain];
  });
}

const glossary: { zh: string }[] = JSON.parse(readFileSync(new URL('glossary.json', GOLDEN), 'utf8'));
/** Official names: glossary terms, and the document kinds and offices of the state, which everybody writes alike. */
const OFFICIAL = [
  ...glossary.map(term => term.zh),
  '国民经济和社会发展',
  '社会主义思想',
  '中国特色社会主义',
  '北京市人民政府办公厅',
  '北京市民政局',
  // The prefix of the bureau's document numbers, and the one measure whose law the product carries.
  '京民养老发〔2019〕160号',
  '京民养老发〔2022〕214号',
  '北京市老年人养老服务补贴津贴管理实施办法',
  '清源街道区域养老服务中心',
];

function runsOf(text: string): Set<string> {
  const bare = text.replace(/\s/g, '');
  const runs = new Set<string>();
  for (let at = 0; at + RUN <= bare.length; at += 1) {
    const run = bare.slice(at, at + RUN);
    if (!OFFICIAL.some(name => name.includes(run))) runs.add(run);
  }
  return runs;
}

it('no eight signs in a row of the five documents stand in src/', () => {
  const seeds = readdirSync(GOLDEN)
    .filter(name => name.endsWith('.txt'))
    .map(name => readFileSync(new URL(name, GOLDEN), 'utf8'));
  const known = new Set(seeds.flatMap(text => [...runsOf(text)]));
  const found: string[] = [];
  for (const file of filesUnder(SOURCE).filter(url => /\.(?:ts|tsx|css|md|json|sql|html)$/.test(url.pathname))) {
    const text = readFileSync(file, 'utf8').replace(/\s/g, '');
    for (let at = 0; at + RUN <= text.length; at += 1) {
      const run = text.slice(at, at + RUN);
      if (known.has(run)) found.push(`${file.pathname.split('/src/')[1]}: ${run}`);
    }
  }
  expect(found).toEqual([]);
});
