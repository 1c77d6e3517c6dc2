import type { Random } from '#shared/random.ts';

const HEX = Array.from({ length: 256 }, (_, i) => i.toString(16).padStart(2, '0'));
const VARIANT = ['8', '9', 'a', 'b'] as const;

/** 32 random bits as 8 hexadecimal digits. */
function hex32(bits: number): string {
  return (
    (HEX[bits >>> 24] as string) +
    (HEX[(bits >>> 16) & 255] as string) +
    (HEX[(bits >>> 8) & 255] as string) +
    (HEX[bits & 255] as string)
  );
}

/** A uuid v7 (RFC 9562) whose instant is `atMs` and whose random part comes from the seeded generator: same seed, same ids. */
export function demoId(r: Random, atMs: number): string {
  const high = Math.floor(atMs / 65_536);
  const low = atMs % 65_536;
  const [a, b] = [r.bits(), r.bits()];
  const c = hex32(r.bits());
  const d = hex32(a);
  const e = hex32(b);
  const time = `${hex32(high)}-${(HEX[low >>> 8] as string) + (HEX[low & 255] as string)}`;
  return `${time}-7${d.slice(0, 3)}-${VARIANT[a & 3] as string}${d.slice(3, 6)}-${e}${c.slice(0, 4)}`;
}

const DAY_MS = 86_400_000;
/** Civil dates by day number, made once each: formatting 5 million dates through Date would cost more than all the rest. */
const dates: string[] = [];
const OFFSET = 40_000;
export function dateOfDay(day: number): string {
  const known = dates[day + OFFSET];
  if (known !== undefined) return known;
  const text = new Date(day * DAY_MS).toISOString().slice(0, 10);
  dates[day + OFFSET] = text;
  return text;
}

const two = (n: number) => String(n).padStart(2, '0');
const CLOCK = Array.from({ length: 1_440 }, (_, m) => `T${two(Math.floor(m / 60))}:${two(m % 60)}:00.000Z`);

/** Instant (ISO, UTC) of a civil day at a minute of the day in Asia/Shanghai (UTC+8, no summer time since 1992). */
export function instantOf(day: number, minute: number): string {
  const utc = minute - 480;
  const shift = Math.floor(utc / 1_440);
  return dateOfDay(day + shift) + (CLOCK[utc - shift * 1_440] as string);
}
export const msOf = (day: number, minute: number): number => day * DAY_MS + (minute - 480) * 60_000;
