import { ABILITY_LEVEL_LABELS, type AbilityLevel } from '#contracts/assessments/scales.ts';
import { dayWords, isCivilDate } from '#shared/dates.ts';

/** 4 → 4级，完全失能. */
export const levelWords = (level: AbilityLevel | null): string =>
  level === null ? '还没有结果' : `${level}级，${ABILITY_LEVEL_LABELS[level]}`;

/** What the four dimensions are about, in a few words; their names and points come from the scale. */
export const DIMENSION_NOTES: Readonly<Record<string, string>> = {
  selfCare: '进食、洗浴、穿脱、如厕等',
  basicMobility: '床上转移、行走、上下楼梯等',
  mentalState: '定向、记忆、情绪等',
  perceptionAndSocial: '视听、沟通、社会参与等',
};

/** The document's own number; a scale that no document of ours orders has only a slug, which says nothing to a reader. */
export const documentWords = (document: string): string | null => {
  if (document === 'gbt-42195-2022') return 'GB/T 42195-2022';
  return /^[a-z0-9-]+$/.test(document) ? null : document;
};

/** A scale's version is often the day of its issue. */
export const versionWords = (version: string | null): string | null =>
  version && isCivilDate(version) ? `${dayWords(version)}版` : version;

type Origin = { region: string; organisation: string; documentNo: string };
/** Where a recognised result comes from, without saying the region twice. */
export const originWords = ({ region, organisation, documentNo }: Origin): string =>
  `${organisation.startsWith(region) ? '' : region}${organisation}，${documentNo}`;
