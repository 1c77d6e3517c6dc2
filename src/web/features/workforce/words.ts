import { SKILL_LEVEL_LABELS } from '#contracts/catalogue.ts';
import type { CaregiverStatus } from '#contracts/workforce.ts';

export const levelWords = (level: number): string => SKILL_LEVEL_LABELS[level as keyof typeof SKILL_LEVEL_LABELS];

export const statusTone = (status: CaregiverStatus): 'pine' | 'plain' | 'today' | 'over' => {
  if (status === 'active') return 'pine';
  if (status === 'negative-list') return 'over';
  return status === 'left' ? 'plain' : 'today';
};
