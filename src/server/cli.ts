/** Runs one command of a module; returns the exit code. Loaded only when called, so that pure commands start at once. */
type Command = { usage: string; says: string; load: () => Promise<(args: string[]) => Promise<number>> };

/** Table of contents of the command line: one line per command. */
const COMMANDS: Record<string, Command> = {
  demo: {
    usage: '[--elders 人数] [--seed 种子]',
    says: '载入演示城市；写了人数就是全市逐人',
    load: async () => (await import('./demo-load/command.ts')).runDemo,
  },
  'policies parse': {
    usage: '文件 [--json]',
    says: '读一份政策文件：标题、发文机关、措施、责任单位、目标、进展和数',
    load: async () => (await import('./modules/policies/cli.ts')).parseCommand,
  },
  'tasks check': {
    usage: '文件 [--json]',
    says: '核对一份进展情况里的数是不是互相对得上',
    load: async () => (await import('./modules/tasks/cli.ts')).checkCommand,
  },
  'tasks report': {
    usage: '--period 2025-Q2 --format md|docx|xlsx --out 文件',
    says: '写出一期进展表，数字从记录里算',
    load: async () => (await import('./modules/publications/cli.ts')).reportCommand,
  },
  'service-log verify': {
    usage: '[--head 文件] [--json]',
    says: '核对服务日志：指出被改、被删、被截断、被重算的地方',
    load: async () => (await import('./platform/service-log/command.ts')).runVerify,
  },
  'assessments score': {
    usage: '--scale gbt-42195-2022 文件.json [--json]',
    says: '给一份能力评估打分、定级，说明为什么',
    load: async () => (await import('./modules/assessments/cli.ts')).scoreCommand,
  },
  'assessments scales': {
    usage: '[--json]',
    says: '列出全部量表：版本、用处、哪些值还没有定',
    load: async () => (await import('./modules/assessments/cli.ts')).scalesCommand,
  },
  'elders import': {
    usage: '文件 --errors OUT.xlsx [--map 列名=项,…] [--dry-run] [--json]',
    says: '导入一份老年人表（.xlsx、.csv），要改的行写成错误表',
    load: async () => (await import('./modules/elders/imports/cli.ts')).importCommand,
  },
  'elders duplicates': {
    usage: '--file FILE.csv [--with FILE2.csv] [--map 列=种类,…] | --register [--area 区划代码] [--json]',
    says: '在名单里或底册里找像是同一个人的记录，说明每一栏像不像',
    load: async () => (await import('./modules/register-quality/cli.ts')).duplicatesCommand,
  },
  'benefits evaluate': {
    usage: '[--scheme 待遇 [--district 区]] --people 文件.ndjson --on 2025-06 [--explain] [--out 文件]',
    says: '按月核定三项补贴津贴，或按天算别的一项待遇，说明理由和怎样才能领到',
    load: async () => (await import('./modules/benefits/cli.ts')).evaluateCommand,
  },
  'benefits schemes': {
    usage: '[--json]',
    says: '列出全部待遇和每一项要填的情况',
    load: async () => (await import('./modules/benefits/cli-scheme.ts')).schemesCommand,
  },
  'benefits determine': {
    usage: '--month 2025-06 [--area 区划代码] [--changed] [--json]',
    says: '核定登记在册的人一个月的待遇，只写有变化的；再做一遍没有变化',
    load: async () => (await import('./modules/benefits/cli-determine.ts')).determineCommand,
  },
  'rehearsals run': {
    usage: '--draft 文件.json [--area 区划代码] [--json]',
    says: '预演一份政策草案：花多少、谁变多谁变少、哪里有断崖；什么也不存',
    load: async () => (await import('./modules/rehearsals/cli.ts')).rehearseCommand,
  },
};

/** `args` are the words after `yinian`. Unknown words print the list and return 2. */
export async function runCommand(args: string[]): Promise<number> {
  for (const words of [2, 1]) {
    const name = args.slice(0, words).join(' ');
    const command = COMMANDS[name];
    if (command && args.includes('--help')) {
      console.log(`${command.says}\n用法：yinian ${name} ${command.usage}`);
      return 0;
    }
    if (command) return runLoaded(command, args.slice(words));
  }
  const asked = args.length > 0 && args[0] !== '--help' && args[0] !== 'help';
  if (asked) console.error(`没有“${args.slice(0, 2).join(' ')}”这个命令。可用的命令：`);
  const lines = Object.entries(COMMANDS).map(([name, { usage, says }]) => `  yinian ${name} ${usage}\n      ${says}`);
  (asked ? console.error : console.log)(lines.join('\n'));
  return asked ? 2 : 0;
}

async function runLoaded(command: Command, args: string[]): Promise<number> {
  try {
    const run = await command.load();
    return await run(args);
  } catch (error) {
    console.error((error as Error).message);
    return 1;
  }
}
