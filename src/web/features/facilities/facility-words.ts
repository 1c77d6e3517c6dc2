import { PROGRAMME_LABELS, PROGRAMMES, type ProjectStage } from '#contracts/construction.ts';
import { FACILITY_STATUS_LABELS, FACILITY_STATUSES, type FacilityStatus } from '#contracts/facility-nouns.ts';
import type { Role } from '#contracts/roles.ts';

export const STATUS_TONES = {
  planned: 'today',
  operating: 'pine',
  suspended: 'over',
  exited: 'plain',
} as const satisfies Record<FacilityStatus, string>;
export const STATUS_OPTIONS = FACILITY_STATUSES.map(value => ({ value, label: FACILITY_STATUS_LABELS[value] }));
export const PROGRAMME_OPTIONS = PROGRAMMES.map(value => ({ value, label: PROGRAMME_LABELS[value] }));
export const STAGE_TONE = (stage: ProjectStage): 'pine' | 'plain' | 'today' =>
  stage === 'operating' || stage === 'accepted' || stage === 'completed'
    ? 'pine'
    : stage === 'not-started'
      ? 'plain'
      : 'today';

export const KEEPER_ROLES: readonly Role[] = ['street', 'district', 'city'];
export const READER_ROLES: readonly Role[] = [
  ...(['city', 'district', 'street', 'community', 'regulator', 'finance', 'auditor'] satisfies Role[]),
];
