import { createPublicKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readArguments } from '../command-line/read-arguments.ts';
import { FINDING_LABELS, type Report } from './findings.ts';
import { readHeadFile, readHeadFiles } from './seal.ts';
import type { Sql } from './sql.ts';
import { verifyLog } from './verify.ts';

export type VerifyCommand = {
  /** A connection that sees every row (yinian_backup or the owner's superuser), closed by the caller. */
  connect: () => Promise<{ sql: Sql; close: () => Promise<void> }>;
  /** Public keys of the key file; an outside auditor without it passes `--public-key`. */
  publicKeys: () => ReadonlyMap<string, KeyObject>;
  /** Folder heads are exported to; its files are compared too, with or without `--head`. */
  headsFolder: string;
  print: (line: string) => void;
};

const USAGE =
  '用法：yinian service-log verify [--head 文件]… [--public-key 文件 --key-id 编号] [--json]\n' +
  '--head：以前从系统之外保存的日志头文件，可给多个；--json：输出机器可读的结果。发现问题时退出码为 1';

/** `yinian service-log verify`. Exit code: 0 = nothing found, 1 = findings, 2 = could not check. */
export async function verifyCommand(args: string[], using: VerifyCommand): Promise<number> {
  let options: ReturnType<typeof readOptions>;
  try {
    options = readOptions(args, using);
  } catch (error) {
    using.print(`${(error as Error).message}\n${USAGE}`);
    return 2;
  }
  const { sql, close } = await using.connect();
  try {
    await sql.query('begin transaction isolation level repeatable read, read only');
    const report = await verifyLog(sql, options);
    await sql.query('rollback');
    using.print(options.json ? JSON.stringify(report) : words(report));
    return report.findings.length === 0 ? 0 : 1;
  } finally {
    await close();
  }
}

function readOptions(args: string[], using: VerifyCommand) {
  const { values } = readArguments({
    args,
    options: {
      head: { type: 'string', multiple: true },
      'public-key': { type: 'string' },
      'key-id': { type: 'string', default: 's1' },
      json: { type: 'boolean', default: false },
    },
  });
  const pem = values['public-key'];
  const publicKeys = pem ? new Map([[values['key-id'], createPublicKey(readFileSync(pem))]]) : using.publicKeys();
  const exportedHeads = [...readHeadFiles(using.headsFolder), ...(values.head ?? []).map(readHeadFile)];
  return { publicKeys, exportedHeads, json: values.json };
}

function words({ checked, findings }: Report): string {
  const read = `核对了 ${checked.leaves} 条记录、${checked.heads} 份签名日志头；${checked.erased} 条已依法清空，${checked.waiting} 条等待编入`;
  if (findings.length === 0) return `${read}。\n没有发现改动。`;
  return [
    `${read}。`,
    `发现 ${findings.length} 处问题：`,
    ...findings.map(f => `  【${FINDING_LABELS[f.kind]}】${f.say}`),
  ].join('\n');
}
