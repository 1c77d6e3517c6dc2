/** How far names of offices are shortened in unit lists: long word → short words in use. */
const SHORTER: readonly [RegExp, string][] = [
  [/和|与|及/g, ''],
  [/委员会$/, '委'],
  [/办公室$/, '办'],
  [/管理局$/, '局'],
];

/** Signs of `short` appear in this order in `full` and both end in the same kind of office. */
function isShortOf(short: string, full: string): boolean {
  const ending = short.at(-1) ?? '';
  const bare = SHORTER.reduce((name, [from, to]) => name.replace(from, to), full);
  const tail = /分局$/.test(short)
    ? /分局$/.test(full)
    : full.replace(/委员会$/, '委').endsWith(ending) || bare.endsWith(ending);
  if (!tail) return false;
  let at = 0;
  for (const sign of short) {
    at = full.indexOf(sign, at);
    if (at < 0) return false;
    at += 1;
  }
  return true;
}

/** 区卫健委 → the issuer whose name it shortens; only where exactly one issuer fits. The leading 市/区 is the level. */
export function inferAliases(shorts: readonly string[], issuers: readonly string[]): { short: string; full: string }[] {
  const found: { short: string; full: string }[] = [];
  for (const short of new Set(shorts)) {
    const core = short.replace(/^[市区县]/, '');
    const fits = issuers.filter(full => isShortOf(core, full.replace(/^.{2,}?[省市]/, '')));
    const [only] = fits;
    if (only && fits.length === 1 && core.length >= 3 && only !== short) found.push({ short, full: only });
  }
  return found;
}
