import type { Role } from '#contracts/roles.ts';

/** Records that the elder could make oneself: made by staff, they are made in the elder's place. */
const OWN_KINDS = ['benefit-application', 'assessment', 'order', 'home-care-bed'];
const STAFF: readonly string[] = ['city', 'district', 'street', 'community', 'centre', 'station'] satisfies Role[];

type Done = { role: string | null; subject_kind: string; first: boolean; action: string };

/** 代办: everything a family does here; of staff, what the elder would have asked for or agreed to. */
export function isHelped({ role, subject_kind: kind, first, action }: Done): boolean {
  if (role === 'family') return true;
  if (!role || !STAFF.includes(role)) return false;
  return action === 'consents.decide' || (first && OWN_KINDS.includes(kind));
}
