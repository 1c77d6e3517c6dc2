import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type ElderImport, IMPORT_FIELD_LABELS, IMPORT_FIELDS, type ImportField } from '#contracts/elders/imports.ts';
import { DomainError } from '#contracts/errors.ts';
import { readArguments } from '#platform/command-line/read-arguments.ts';
import { connectDatabase } from '#platform/database/connect.ts';
import { setWorkFolder, workFile } from '#platform/files/work-folder.ts';
import type { Context } from '#platform/http/context.ts';
import { jobTools } from '#platform/jobs/worker.ts';
import { type JobTools, setReactions } from '#platform/outbox/publish.ts';
import { encryptedFile, newFileSecret, streamOf, writeEncrypted } from '#platform/tables/byte-source.ts';
import { plainHeading } from '#platform/tables/headings.ts';
import { newId } from '#shared/ids.ts';
import { readConfig } from '../../../config.ts';
import { prepareData } from '../../../prepare-data.ts';
import { productKeys } from '../../../product-keys.ts';
import { updateImport } from '../db/imports.ts';
import { refuseMapping, runCheck } from './check-import.ts';
import { openImport } from './import-secret.ts';
import { runLoad } from './load-import.ts';
import { decideLookAlikes, discardImport, dropErrorBook, lockImport, readImport } from './read-imports.ts';
import { uploadImport } from './upload-import.ts';

const USAGE = `用法：yinian elders import 文件 --errors OUT.xlsx [--map 列名=项,…] [--area 区划代码] [--sender 来源]
  [--arrive registered|active] [--look-alikes skip|import] [--dry-run] [--json]
  项可以是：${Object.entries(IMPORT_FIELD_LABELS)
    .map(([field, label]) => `${field}（${label}）`)
    .join(' ')}`;

type Call = {
  file: string;
  errors: string | undefined;
  map: Map<string, ImportField | null>;
  area: string;
  sender: string | undefined;
  arrive: 'registered' | 'active';
  lookAlikes: 'skip' | 'import';
  dryRun: boolean;
  json: boolean;
};

/**
 * For the command's own server: with a checkpoint every gigabyte each page of the large indexes is logged whole again and
 * again, because numbers come in no order.
 */
const LARGE_WRITE = { max_wal_size: '8GB', checkpoint_timeout: '30min' };

/**
 * `yinian elders import`: checks a table and loads it, in the database of the running server or of the data folder.
 * 0 = loaded or checked (wrong rows stand in OUT.xlsx), 1 = the file cannot be read, 2 = wrong arguments.
 */
export async function importCommand(args: string[]): Promise<number> {
  const call = readCall(args);
  if (typeof call === 'string') {
    console.error(`${call}\n${USAGE}`);
    return 2;
  }
  const config = readConfig();
  const database = await connectDatabase(config, { mayShare: true, settings: LARGE_WRITE });
  try {
    const keys = await productKeys(config, database.pool);
    await prepareData(database, config);
    setWorkFolder(join(config.dataDir, 'work'));
    setReactions((await import('../../../reactions.ts')).reactions);
    const began = performance.now();
    const done = await importFile(withProgress(jobTools(database.pool, keys)), call);
    tell(done, { call, seconds: (performance.now() - began) / 1_000 });
    return 0;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    if (call.json) console.log(JSON.stringify({ error: error.code, message: error.message }));
    console.error(error.message);
    return 1;
  } finally {
    await database.close();
  }
}

/** The same steps as at the desk, one after the other in this process. */
async function importFile(tools: JobTools, call: Call): Promise<ElderImport> {
  const inArea = <T>(work: (ctx: Context) => Promise<T>) =>
    tools.inArea(call.area, '命令行导入', ctx =>
      work({ ...ctx, actor: { ...ctx.actor, name: '命令行', areaCode: call.area } }),
    );
  const id = newId();
  const of = { importId: id, areaCode: call.area };
  const secret = newFileSecret();
  const received = await writeEncrypted(createReadStream(call.file), {
    path: workFile(id),
    secret,
    limit: 4 * 1024 ** 3,
  });
  await inArea(ctx => uploadImport(ctx, { id, name: basename(call.file), secret, ...received }, call.sender));
  await inArea(async ctx => {
    const { headings, mapping } = await lockImport(ctx, id);
    const chosen = headings.map((heading, i) => choose(call.map, heading, mapping[i] ?? null));
    const named = new Set(call.map.values());
    const settled = chosen.map((field, i) =>
      field && named.has(field) && !call.map.has(plainHeading(headings[i] ?? '')) ? null : field,
    );
    refuseColumns(headings, settled);
    await updateImport(ctx, id, { mapping: settled, status: 'checking' });
  });
  await runCheck(tools, of);
  if (call.lookAlikes === 'import') {
    await inArea(ctx => decideLookAlikes(ctx, id, { decision: 'different', reason: '命令行指明不是同一人' }));
  }
  if (call.errors) await inArea(ctx => writeErrorBook(ctx, id, call.errors ?? ''));
  if (!call.dryRun) {
    await inArea(ctx => updateImport(ctx, id, { status: 'loading', arrive_as: call.arrive }));
    await runLoad(tools, of);
  }
  const done = await inArea(ctx => readImport(ctx, id));
  if (call.dryRun) await inArea(ctx => discardImport(ctx, id));
  await dropErrorBook(id);
  return done;
}

/** As at the desk, and says which columns there are and how to name one. */
function refuseColumns(headings: readonly string[], mapping: (ImportField | null)[]): void {
  try {
    refuseMapping(mapping);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const columns = headings.slice(0, 30).join('、');
    throw new DomainError('imports.mapping', `${error.message}。表里的列是：${columns}。请用 --map 列名=项 指明`);
  }
}

const choose = (map: Call['map'], heading: string, proposed: ImportField | null): ImportField | null => {
  const asked = map.get(plainHeading(heading));
  return asked === undefined ? proposed : asked;
};

async function writeErrorBook(ctx: Context, id: string, out: string): Promise<void> {
  const row = await lockImport(ctx, id);
  if (!row.has_error_book) return;
  const source = await encryptedFile(workFile(`${id}-errors`), openImport(ctx.keys, row).errorSecret);
  await pipeline(Readable.from(streamOf(source)), createWriteStream(out));
  await source.close();
}

function withProgress(tools: JobTools): JobTools {
  let shown = 0;
  return {
    ...tools,
    progress: async (done, total, message) => {
      if (process.stderr.isTTY && Date.now() - shown > 500) {
        shown = Date.now();
        process.stderr.write(`\r${message ?? `已写 ${done} / ${total} 行`}    `);
      }
      return true;
    },
  };
}

function tell(done: ElderImport, { call, seconds }: { call: Call; seconds: number }): void {
  const { counts, faults, changedFields, notes, headings, mapping } = done;
  const columns = Object.fromEntries(headings.map((heading, i) => [heading, mapping[i] ?? null]));
  if (call.json) {
    const status = call.dryRun ? 'checked' : done.status;
    const errors = counts && counts.wrong > 0 ? (call.errors ?? null) : null;
    console.log(
      JSON.stringify({
        id: done.id,
        status,
        file: done.fileSays,
        columns,
        counts,
        undecided: done.undecided,
        faults,
        changedFields,
        notes,
        errors,
        seconds: Math.round(seconds * 100) / 100,
      }),
    );
    return;
  }
  for (const note of notes) console.log(note);
  console.log(
    `列：${headings.map((h, i) => (mapping[i] ? `${h}＝${IMPORT_FIELD_LABELS[mapping[i] as ImportField]}` : `${h}（不导入）`)).join('，')}`,
  );
  if (counts) {
    const verb = call.dryRun ? '检查了' : '导入了';
    console.log(
      `${verb} ${counts.rows} 行：新增 ${counts.new}，更改 ${counts.change}，没有变化 ${counts.same}，要改 ${counts.wrong}，待判断是不是同一人 ${counts.lookAlike}；用时 ${seconds.toFixed(1)} 秒`,
    );
  }
  for (const fault of faults.slice(0, 10))
    console.log(`  ${fault.rows} 行 ${fault.field}：${fault.say}（第 ${fault.firstRow} 行起）`);
  if (counts && counts.wrong > 0 && call.errors) console.log(`要改的行已写入 ${call.errors}，改好可以再导入这份文件`);
}

function readCall(args: string[]): Call | string {
  try {
    const text = { type: 'string' } as const;
    const flag = { type: 'boolean', default: false } as const;
    const { values, positionals } = readArguments({
      args,
      allowPositionals: true,
      options: {
        ...{ errors: text, map: { ...text, default: '' }, area: { ...text, default: '110000000000' }, sender: text },
        ...{ arrive: { ...text, default: 'registered' }, 'look-alikes': { ...text, default: 'skip' } },
        ...{ 'dry-run': flag, json: flag },
      },
    });
    const [file] = positionals;
    if (!file) return '请写要导入的文件';
    if (!existsSync(file)) return `找不到文件 ${file}`;
    if (!/^\d{12}$/.test(values.area)) return '--area 要写 12 位区划代码';
    if (values.arrive !== 'registered' && values.arrive !== 'active') return '--arrive 要写 registered 或 active';
    const map = readMap(values.map);
    if (typeof map === 'string') return map;
    const lookAlikes = values['look-alikes'] === 'import' ? 'import' : 'skip';
    const { errors, area, sender, arrive, json } = values;
    return { file, errors, map, area, sender, arrive, lookAlikes, dryRun: values['dry-run'], json };
  } catch (error) {
    return (error as Error).message;
  }
}

function readMap(text: string): Map<string, ImportField | null> | string {
  const map = new Map<string, ImportField | null>();
  for (const pair of text.split(/[,，]/).filter(Boolean)) {
    const [heading = '', wanted = ''] = pair.split('=');
    const field = IMPORT_FIELDS.find(one => one === wanted || IMPORT_FIELD_LABELS[one] === wanted);
    if (!field && wanted !== '') return `--map 里没有“${wanted}”这一项`;
    map.set(plainHeading(heading), field ?? null);
  }
  return map;
}
