import { parseFile } from '#modules/policies/index.ts';
import { findChecks } from './check/find-checks.ts';

/**
 * `yinian tasks check FILE [--json]`: does the arithmetic of a progress document agree with itself?
 * 0 = every check holds (or there is nothing to check), 1 = a contradiction or an unreadable file, 2 = wrong arguments.
 */
export async function checkCommand(args: string[]): Promise<number> {
  const files = args.filter(arg => !arg.startsWith('--'));
  const unknown = args.find(arg => arg.startsWith('--') && arg !== '--json');
  const [file] = files;
  if (!file || files.length > 1 || unknown) {
    process.stderr.write(`${unknown ? `不认识的选项 ${unknown}。` : ''}用法：yinian tasks check 文件 [--json]\n`);
    return 2;
  }
  const document = await parseFile(file);
  if (!document) return 1;
  const checks = findChecks(document);
  const wrong = checks.filter(check => !check.ok);
  if (args.includes('--json')) process.stdout.write(`${JSON.stringify({ checks }, null, 2)}\n`);
  else {
    for (const check of checks) process.stdout.write(`${check.ok ? '相符' : '不符'}　${check.description}\n`);
    for (const check of wrong)
      process.stdout.write(`\n不符：${check.description}\n${check.quotes.map(quote => `  “${quote}”`).join('\n')}\n`);
    process.stdout.write(
      checks.length === 0 ? '没有可以核对的数字\n' : `\n核对 ${checks.length} 处，不符 ${wrong.length} 处\n`,
    );
  }
  return wrong.length === 0 ? 0 : 1;
}
