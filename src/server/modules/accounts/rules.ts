/** Hours a session lives: a working day, or seven days on one's own office computer. */
export const SESSION_HOURS = { day: 12, remembered: 7 * 24 } as const;

/** Says why a new password is refused, or nothing when it is fit. */
export function passwordFault(next: string, known: { login: string; current: string }): string | undefined {
  if (next === known.current) return '新密码与现在的密码相同，请换一个';
  if (next.toLowerCase().includes(known.login.toLowerCase())) return '新密码里不要带账号';
  if (!/\p{L}/u.test(next) || !/\d/.test(next)) return '新密码要同时有字母和数字';
  if (/^(.)\1+$/.test(next)) return '新密码不能是同一个字符';
  return undefined;
}
