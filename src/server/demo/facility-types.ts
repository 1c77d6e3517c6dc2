import type { Point } from '#shared/geo.ts';

export const FACILITY_KINDS = [
  'institution',
  'care-centre',
  'regional-centre',
  'station',
  'meal-point',
  'mutual-aid-point',
] as const;
export type FacilityKind = (typeof FACILITY_KINDS)[number];

/** States in the order in which a building project passes through them; a place that never was a project only operates. */
export const PROJECT_STATES = [
  'not-started',
  'site-fixed',
  'operator-recruited',
  'under-construction',
  'completed',
  'acceptance-started',
  'accepted',
  'operating',
] as const;
export type ProjectState = (typeof PROJECT_STATES)[number];
export type Milestone = { state: ProjectState; on: string };

/** A place of the city's care network. The state on a day is that of the last milestone on or before it. */
export type DemoFacility = {
  facilityId: string;
  kind: FacilityKind;
  name: string;
  /** Community where it stands. */
  areaCode: string;
  point: Point;
  /** 公办, 公建民营 or 民办; null where it does not apply. */
  ownership: '公办' | '公建民营' | '民办' | null;
  /** Index into the list of operators of `staff.ts`; null while no operator has been recruited. */
  operator: number | null;
  /** Year of the city's building task (市政府实事) it counts for; null for what stood before. */
  projectYear: number | null;
  milestones: Milestone[];
  openedOn: string | null;
  exitedOn: string | null;
  exitReason: string | null;
  beds: number;
  nursingBeds: number;
  residents: number;
  star: number | null;
  monthlyFeeFen: number | null;
  /** Stations run by a built regional centre. */
  linkedCentreId: string | null;
  /** Communities a meal point serves, its own first. */
  covers: string[];
  /** The 2025 improvement of barrier-free facilities, if this institution is one of the 36. */
  barrierFree: Milestone[] | null;
};

export type FacilityFacts = Partial<DemoFacility> & Pick<DemoFacility, 'kind' | 'name' | 'areaCode' | 'point'>;
