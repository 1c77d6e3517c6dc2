import { type ParseArgsConfig, parseArgs } from 'node:util';

/** parseArgs of Node; what it refuses is said in one Chinese line. Throws an Error of that line. */
export function readArguments<const Config extends ParseArgsConfig>(config: Config) {
  try {
    return parseArgs(config);
  } catch (error) {
    throw new Error(sayFault(error as NodeJS.ErrnoException), { cause: error });
  }
}

function sayFault({ code, message }: NodeJS.ErrnoException): string {
  const [, about = ''] = /'([^' =]+)[^']*'/.exec(message) ?? [];
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `没有 ${about} 这个选项`;
  if (code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL') return `“${about}”是多出来的，前面是不是少写了选项`;
  if (code !== 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') return message;
  if (message.includes('does not take')) return `${about} 后面不用写值`;
  return `${about} 后面还没有写值`;
}
