/** 12-digit statistical division codes (统计用区划和城乡划分代码编制规则): 2 city, 6 district, 9 street, 12 community digits. */
export const AREA_LEVELS = ['city', 'district', 'street', 'community'] as const;
export type AreaLevel = (typeof AREA_LEVELS)[number];

export const AREA_LEVEL_LABELS = {
  city: '市',
  district: '区',
  street: '街道（乡镇）',
  community: '社区（村）',
} as const satisfies Record<AreaLevel, string>;

/** How many digits of a code name a place of a level. */
export const AREA_DIGITS = { city: 2, district: 6, street: 9, community: 12 } as const satisfies Record<
  AreaLevel,
  number
>;

export function areaLevel(code: string): AreaLevel {
  if (code.endsWith('0000000000')) return 'city';
  if (code.endsWith('000000')) return 'district';
  return code.endsWith('000') ? 'street' : 'community';
}

export const areaAt = (code: string, level: AreaLevel): string => code.slice(0, AREA_DIGITS[level]).padEnd(12, '0');

export function parentArea(code: string): string | null {
  const level = areaLevel(code);
  if (level === 'city') return null;
  return areaAt(code, AREA_LEVELS[AREA_LEVELS.indexOf(level) - 1] ?? 'city');
}

/** Half-open range of all codes inside an area: the only comparison row rules need (leakproof ≥ and <). */
export function areaRange(code: string): { from: string; to: string } {
  const digits = AREA_DIGITS[areaLevel(code)];
  const next = (BigInt(code.slice(0, digits)) + 1n).toString().padStart(digits, '0');
  return { from: code, to: next.padEnd(12, '0') };
}

export function isInArea(code: string, area: string): boolean {
  const { from, to } = areaRange(area);
  return code >= from && code < to;
}
