import { groupService } from '../group-service.ts';

/** Priority for a family doctor's contract. */
export const familyDoctor = groupService({ key: 'familyDoctor', folder: 'family-doctor', already: 'hasFamilyDoctor' });
