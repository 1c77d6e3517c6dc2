import type { VisitGroup } from '#contracts/visits.ts';

/** Days between visits by tier. No Beijing document gives them (policy §2.6): design defaults after 内蒙古's three tiers. */
export const FREQUENCY = { basis: 'designDefault', high: 7, medium: 30, low: 90 } as const;
export type Tier = Exclude<keyof typeof FREQUENCY, 'basis'>;

/** Days within which the first visit of a new plan is due, whatever its tier. */
export const FIRST_VISIT_DAYS = 7;
/** Unanswered calls that make the next visit a home visit on the same day (S4-4.3, assumed). */
export const CALLS_BEFORE_HOME = 2;
/** Days of weekly visits after an alarm that was true (J01 step 9, assumed). */
export const AFTER_ALARM_DAYS = 90;

type District = { source: string; groups: readonly { group: VisitGroup; tier: Tier }[] };

const DAXING: District = {
  source: '大兴区“老老人”措施（2025-09-29）第八条的五类',
  groups: [
    { group: 'oldest-alone', tier: 'high' },
    { group: 'disabled-dementia', tier: 'high' },
    { group: 'oldest-empty-nest', tier: 'medium' },
    { group: 'severe-certificate', tier: 'medium' },
    { group: 'special-family', tier: 'medium' },
  ],
};

const XICHENG: District = {
  source: '西城区方案（草案）第四条的六类',
  groups: [
    { group: 'alone', tier: 'high' },
    { group: 'disabled', tier: 'high' },
    { group: 'severe-certificate', tier: 'medium' },
    { group: 'special-family', tier: 'medium' },
    { group: 'left-behind', tier: 'medium' },
    { group: 'empty-nest', tier: 'low' },
  ],
};

/** Districts with no list of their own use the six national groups (十部门 2022-10), as 西城 does. */
export const DISTRICTS: Readonly<Record<string, District>> = { '110115': DAXING, '110102': XICHENG };
export const ELSEWHERE: District = { ...XICHENG, source: '民政部等十部门 2022 年 10 月意见：六类重点对象' };
