/**
 * The shadow of a text: same length, so offsets agree, but with one form for each sign: half-width digits, letters
 * and punctuation, and one pair of square brackets. Grammar reads the shadow; quotes are cut from the text itself.
 */
export function shadowOf(text: string): string {
  return text.replace(/[\uff01-\uff5e〔【［〕】］\u00a0\u3000]/g, sign => {
    if ('〔【［'.includes(sign)) return '[';
    if ('〕】］'.includes(sign)) return ']';
    if (sign === '\u00a0' || sign === '\u3000') return ' ';
    return String.fromCharCode(sign.charCodeAt(0) - 0xfee0);
  });
}

const DIGITS: Record<string, number> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const SMALL: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };
const LARGE: Record<string, number> = { 万: 10_000, 亿: 100_000_000 };

/** Value of a Chinese numeral (二十二 → 22, 一百二十 → 120, 万 → 10000); undefined when it is none. */
export function chineseNumber(text: string): number | undefined {
  if (text === '' || /[^〇零一二两三四五六七八九十百千万亿]/.test(text)) return undefined;
  let total = 0;
  let section = 0;
  let digit: number | undefined;
  for (const sign of text) {
    const small = SMALL[sign];
    const large = LARGE[sign];
    if (small !== undefined) {
      section += (digit ?? 1) * small;
      digit = undefined;
    } else if (large !== undefined) {
      const below = section + (digit ?? 0);
      total = (total + (below === 0 ? 1 : below)) * large;
      section = 0;
      digit = undefined;
    } else digit = (DIGITS[sign] ?? 0) + (digit ?? 0) * 10;
  }
  return total + section + (digit ?? 0);
}

const POWER: Record<string, number> = { 百: 2, 千: 3, 万: 4, 十万: 5, 百万: 6, 千万: 7, 亿: 8, 万亿: 12 };

/** "12.3456" and 万 → 123456: the decimal point is moved in the text, so no binary fraction can creep in. */
export function scaledNumber(digits: string, multiplier: string): number {
  const plain = digits.replaceAll(',', '');
  const power = POWER[multiplier] ?? 0;
  const [whole = '0', fraction = ''] = plain.split('.');
  const padded = fraction.padEnd(power, '0');
  return Number(`${whole}${padded.slice(0, power)}.${padded.slice(power) || '0'}`);
}
