/**
 * `node bench/imports.ts [rows]`: a table of people through `yinian elders import` (every rule, duplicates, sealing, blind
 * indexes, audit, one transaction) against exceljs's bare streaming read of the same file. Seconds, rows/s, peak memory.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { identityCheck } from '../src/shared/identity-number.ts';
import { handOver, type Line, printLines, rounded } from './lines.ts';

const ROWS = Number(process.argv.find(arg => /^\d+$/.test(arg)) ?? 100_000);
const ROOT = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'yinian-bench-import-'));
const file = join(folder, 'people.xlsx');
const HEAD = [
  '姓名',
  '身份证号',
  '性别',
  '出生日期',
  '民族',
  '手机号',
  '社区',
  '街道',
  '小区',
  '门牌',
  '居住方式',
  '慢性病',
];

function communities(): [string, string][] {
  const lines = readFileSync(join(ROOT, 'data/divisions-110000.tsv'), 'utf8')
    .split('\n')
    .map(line => line.split('\t'));
  const names = new Map(lines.map(([code = '', , name = '']) => [code, name]));
  return lines.flatMap(([code = '', level, name = '']): [string, string][] =>
    level === 'community' && code.startsWith('110115') ? [[name, names.get(`${code.slice(0, 9)}000`) ?? '']] : [],
  );
}

async function writeFile(): Promise<void> {
  const places = communities();
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: file });
  const sheet = book.addWorksheet('台账');
  sheet.addRow(HEAD).commit();
  const letter = (n: number) => String.fromCodePoint(0x4e00 + (n % 4_000));
  for (let i = 0; i < ROWS; i++) {
    const born = new Date(Date.UTC(1930, 0, 1) + (i % 10_000) * 86_400_000).toISOString().slice(0, 10);
    const serial = Math.floor(i / 10_000);
    const first17 = `1199${String(10 + Math.floor(serial / 500)).padStart(2, '0')}${born.replaceAll('-', '')}${String((serial % 500) * 2).padStart(3, '0')}`;
    const [community, street] = places[i % places.length] ?? ['', ''];
    const name = `${letter(i * 7)}${letter(i * 13 + 5)}${letter(Math.floor(i / 3) + 11)}`;
    const phone = `154${String(i).padStart(8, '0')}`;
    const where = [
      community,
      street,
      `${letter(i % 300)}园小区`,
      `${(i % 30) + 1}号楼${(i % 6) + 1}单元${(i % 900) + 101}`,
    ];
    sheet
      .addRow([
        name,
        first17 + identityCheck(first17),
        '女',
        born,
        '汉',
        phone,
        ...where,
        ['独居', '空巢', '与子女同住'][i % 3],
        '高血压',
      ])
      .commit();
  }
  await book.commit();
}

const DATA = join(folder, 'var');
/** Processor seconds, own and system, out of /proc/<pid>/stat; the clock there ticks a hundred times a second. */
const busyOf = (stat: string[]): number => (Number(stat[11]) + Number(stat[12])) / 100;
const statOf = (pid: string | number): string[] => {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
};

/** Processor seconds of every process of the data folder's PostgreSQL, remembered beyond its end. */
function watchPostgres(busy: Map<string, number>): void {
  const master = readFileSync(join(DATA, 'postgres/data/postmaster.pid'), 'utf8').split('\n')[0];
  for (const pid of readdirSync('/proc').filter(name => /^\d+$/.test(name))) {
    try {
      const stat = statOf(pid);
      if (stat[1] === master) busy.set(pid, busyOf(stat));
    } catch {}
  }
}

type Measured = { seconds: number; megabytes: number; text: string; own: number; postgres: number };

/** Wall seconds, processor seconds and peak resident memory of one process (Linux). */
async function measure(args: string[]): Promise<Measured> {
  const env = { ...process.env, YINIAN_DATA: DATA, PORT: '0', MQTT_PORT: '0' };
  const began = performance.now();
  const child: ChildProcess = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  let peak = 0;
  let own = 0;
  const busy = new Map<string, number>();
  child.stdout?.on('data', piece => {
    text += piece;
  });
  const timer = setInterval(() => {
    try {
      peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0));
      own = busyOf(statOf(child.pid ?? 0));
      watchPostgres(busy);
    } catch {}
  }, 100);
  await new Promise(resolve => child.once('exit', resolve));
  clearInterval(timer);
  const postgres = [...busy.values()].reduce((sum, seconds) => sum + seconds, 0);
  return { seconds: (performance.now() - began) / 1_000, megabytes: peak / 1024, text, own, postgres };
}

const READ = `import ExcelJS from 'exceljs'; let n = 0;
for await (const sheet of new ExcelJS.stream.xlsx.WorkbookReader(${JSON.stringify(file)}, {})) for await (const row of sheet) n += row.values.length; console.log(n)`;

try {
  await writeFile();
  const bare = await measure(['--input-type=module', '-e', READ]);
  // As `npm run yinian` starts it.
  const importing = [
    '--max-semi-space-size=4',
    'bin/cli.mjs',
    'elders',
    'import',
    file,
    '--area',
    '110115000000',
    '--arrive',
    'active',
    '--json',
  ];
  const check = await measure([...importing, '--dry-run']);
  const load = await measure([...importing, '--errors', join(folder, 'errors.xlsx')]);
  const again = await measure(importing);
  const counts = (text: string) => JSON.stringify((JSON.parse(text) as { counts: unknown }).counts);
  const line = (job: string, m: typeof bare, note = '') => ({
    job,
    seconds: Math.round(m.seconds * 10) / 10,
    'rows/s': Math.round(ROWS / m.seconds),
    MB: Math.round(m.megabytes),
    'processor s': Math.round(m.own + m.postgres),
    'of it PostgreSQL': Math.round(m.postgres),
    'x bare read': Math.round((m.seconds / bare.seconds) * 100) / 100,
    note,
  });
  console.table([
    line(`exceljs bare read, ${ROWS} rows`, bare),
    line('check only (first start of the database included)', check, counts(check.text)),
    line('check, load, plans of visits', load, counts(load.text)),
    line('the same file again', again, counts(again.text)),
  ]);
  const ratio = rounded(load.seconds / bare.seconds);
  const lines: Line[] = [
    {
      ...{ row: 'H', job: `import ${ROWS.toLocaleString('en')} rows: check, seal, index, load`, unit: 's' },
      ...{ ours: rounded(load.seconds), limit: null, peer: rounded(bare.seconds), ratio },
      ...{ goal: '≤ 1.0 × the bare read of exceljs', met: ratio <= 1 },
    },
    {
      ...{ row: 'H', job: 'the same, peak memory of the process', unit: 'MB', ours: Math.round(load.megabytes) },
      ...{ limit: null, peer: Math.round(bare.megabytes), ratio: rounded(load.megabytes / 400) },
      ...{ goal: '≤ 400 MB', met: load.megabytes <= 400 },
    },
  ];
  printLines(lines);
  handOver(lines);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
