import { ABILITY_LEVEL_LABELS, type AbilityLevel } from '#contracts/assessments/scales.ts';

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
