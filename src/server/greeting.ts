import { ROLE_LABELS, ROLES, type Role } from '#contracts/roles.ts';

type Login = { login: string; password: string; name: string; role: Role; title: string };

/** What the terminal shows when everything runs: the address with one demo login a role, or the administrator's link. */
export function greetingOf(site: { url: string; token: string | undefined; logins: readonly Login[] }): string {
  const { url, token, logins } = site;
  if (token) {
    return `正式系统。请系统管理员打开这个一次性链接，设好密码后登录（账号 administrator）：\n  ${url}/set-password?token=${token}`;
  }
  if (logins.length === 0) return `请打开 ${url} 登录。`;
  const sorted = [...logins].sort((a, b) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role));
  const rows = sorted.map(one => [one.login, ROLE_LABELS[one.role], one.name, one.title]);
  return [
    `演示数据，人员和业务都是合成的。请打开 ${url}，密码都是 ${logins[0]?.password}，账号：`,
    ...aligned(rows).map(line => `  ${line}`),
  ].join('\n');
}

/** A Chinese character takes two columns of a terminal. */
const width = (text: string): number => [...text].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 2 : 1), 0);

function aligned(rows: readonly string[][]): string[] {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map(row => width(row[i] ?? ''))));
  return rows.map(row =>
    row
      .map((cell, i) => cell + ' '.repeat((widths[i] ?? 0) - width(cell)))
      .join('  ')
      .trimEnd(),
  );
}
