import type { AreaLevel } from '#contracts/areas.ts';

export type GroupUnit = { level: AreaLevel; fits: (name: string) => boolean };

const all = () => true;
const isTownship = (name: string) => /(街道|镇|乡|地区)$/.test(name);
const isTown = (name: string) => /(镇|乡|地区)$/.test(name);
const isVillage = (name: string) => /村/.test(name) && /(村委会|村民委员会)$/.test(name);

/**
 * What a document's collective phrase means: 各街镇 = streets and towns without development zones, 各街道 strictly streets,
 * 各镇 towns and 地区 (a 地区办事处 is the town's government), 各社区 both residents' and villagers' committees.
 */
const PHRASES: readonly (readonly [RegExp, GroupUnit])[] = [
  [
    /^各?(街镇|镇街|街乡镇?|街道乡镇|乡镇街道?|街道[（(、](乡镇|镇|各?镇)[）)]?)$/,
    { level: 'street', fits: isTownship },
  ],
  [/^各?街道(办事处)?$/, { level: 'street', fits: name => name.endsWith('街道') }],
  [/^各?(乡镇|镇|镇政府|镇人民政府)$/, { level: 'street', fits: isTown }],
  [/^各?区(民政局|政府|人民政府)?$/, { level: 'district', fits: all }],
  [/^各?(社区|社区[（(]村[）)]|村居|居村|村[（(]居[）)]|社区村)$/, { level: 'community', fits: all }],
  [/^各?(村|行政村)$/, { level: 'community', fits: isVillage }],
];

/** The level and names that a phrase covers, or undefined when it names no group of divisions (a joint meeting’s members). */
export function groupUnitOf(phrase: string): GroupUnit | undefined {
  const plain = phrase.replace(/\s/g, '');
  return PHRASES.find(([pattern]) => pattern.test(plain))?.[1];
}
