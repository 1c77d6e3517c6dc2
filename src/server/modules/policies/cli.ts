import { readFile } from 'node:fs/promises';
import type { ParsedDocument, ParsedFact } from '#contracts/policies/parsed-document.ts';
import { parsePolicyDocument } from './parser/parse-document.ts';
import { readDocument, UnreadableDocument } from './read-document.ts';

const OPERATOR_WORDS = { '=': '', '>=': '不少于', '<=': '不超过', '<': '低于', '>': '超过', '~': '约' } as const;
const ROLE_WORDS = {
  target: '目标',
  actual: '现状',
  forecast: '预计',
  ratio: '占比',
  rate: '标准',
  target_group: '对象',
  definition: '界定',
} as const;

const reasonOf = (error: unknown, file: string): string => {
  if (error instanceof UnreadableDocument) return `${file}：${error.message}`;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT') return `找不到文件：${file}`;
  if (code === 'EISDIR') return `${file} 是文件夹，不是文件`;
  if (code === 'EACCES') return `没有权限读取：${file}`;
  return `读不了 ${file}：${error instanceof Error ? error.message : String(error)}`;
};

/** Reads and parses a file for the command line; null after one line on stderr says why not. */
export async function parseFile(file: string): Promise<ParsedDocument | null> {
  try {
    return parsePolicyDocument(await readDocument(new Uint8Array(await readFile(file))));
  } catch (error) {
    process.stderr.write(`${reasonOf(error, file)}\n`);
    return null;
  }
}

function factLine(fact: ParsedFact): string {
  const dates = [fact.asOf ? `截至 ${fact.asOf}` : '', fact.deadline ? `到 ${fact.deadline}` : '']
    .filter(part => part !== '')
    .join('，');
  const doubt = fact.doubt ? `（存疑：${fact.doubt}）` : '';
  return `  ${ROLE_WORDS[fact.role]} ${fact.subject} ${OPERATOR_WORDS[fact.op]}${fact.value}${fact.unit}${dates ? `，${dates}` : ''}  “${fact.quote}”${doubt}`;
}

function summaryOf(document: ParsedDocument): string {
  const roles = { lead: '（牵头）', cooperating: '（配合）' } as const;
  const lines = [
    `标题：${document.title ?? '（没有标题）'}${document.draft ? '（征求意见稿）' : ''}`,
    `发文机关：${document.issuers.join('、') || '（没有写明）'}`,
    `文号：${document.documentNumber ?? '（没有写明）'}　日期：${document.issuedOn ?? '（没有写明）'}`,
  ];
  if (document.measures.length > 0) lines.push(`措施 ${document.measures.length} 条`);
  for (const measure of document.measures) {
    const units = measure.units.map(unit => `${unit.name}${unit.role ? roles[unit.role] : ''}`).join('、');
    lines.push(`  ${measure.number}. ${measure.title}　责任单位：${units || '（没有写明）'}`);
  }
  if (document.progress.length > 0) lines.push(`任务 ${document.progress.length} 行`);
  for (const row of document.progress)
    lines.push(`  ${row.number}. ${row.task.slice(0, 30)}　进展 ${row.items.length} 项`);
  lines.push(`数字 ${document.facts.length} 个`, ...document.facts.map(factLine));
  return lines.join('\n');
}

/** `yinian policies parse FILE [--json]`: 0 done, 1 the file cannot be read, 2 wrong arguments. */
export async function parseCommand(args: string[]): Promise<number> {
  const files = args.filter(arg => !arg.startsWith('--'));
  const unknown = args.find(arg => arg.startsWith('--') && arg !== '--json');
  const [file] = files;
  if (!file || files.length > 1 || unknown) {
    process.stderr.write(`${unknown ? `不认识的选项 ${unknown}。` : ''}用法：yinian policies parse 文件 [--json]\n`);
    return 2;
  }
  const document = await parseFile(file);
  if (!document) return 1;
  process.stdout.write(`${args.includes('--json') ? JSON.stringify(document, null, 2) : summaryOf(document)}\n`);
  return 0;
}
