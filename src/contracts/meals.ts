import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { AreaCode, CivilDateText, Id, MonthText, PageQuery, page } from './nouns.ts';

/** How many person-times were served: a day, or a month where only the month is known. No person is named. */
export const MealCount = z.object({
  id: Id,
  facilityId: Id,
  facilityName: z.string(),
  areaCode: AreaCode,
  areaName: z.string(),
  from: CivilDateText,
  to: CivilDateText,
  personTimes: z.int(),
  enteredAt: z.string(),
  enteredBy: z.string(),
  correctedBecause: z.string().nullable(),
});
export type MealCount = z.infer<typeof MealCount>;

export const listMealCounts = endpoint({
  method: 'GET',
  path: '/api/meal-counts',
  savedAs: '就餐人次',
  summary: '就餐人次：按助餐点和月份查，并给出合计',
  query: PageQuery.extend({ facilityId: Id.optional(), month: MonthText.optional() }),
  response: page(MealCount).extend({ personTimes: z.int() }),
});

/** The meal points of the caller's organisation, with what is still missing of the last seven days. */
export const listOwnMealPoints = endpoint({
  method: 'GET',
  path: '/api/meal-counts/own-points',
  summary: '本单位的助餐点和还没报的日子',
  response: z.object({
    rows: z.array(
      z.object({
        facilityId: Id,
        name: z.string(),
        areaName: z.string(),
        today: z.int().nullable(),
        monthTotal: z.int(),
        missing: z.array(CivilDateText),
      }),
    ),
  }),
});

export const enterMealCount = endpoint({
  method: 'POST',
  path: '/api/meal-counts',
  summary: '报一天的就餐人次；改已报的要写原因',
  body: z.object({
    facilityId: Id,
    on: CivilDateText,
    personTimes: z.int({ error: '请填人次，是 0 也要填' }).min(0, { error: '人次不能是负数' }).max(5000, {
      error: '一天超过 5000 人次，请核对',
    }),
    because: z.string().trim().min(4, { error: '更正原因至少 4 个字' }).max(200).nullable().default(null),
  }),
  response: MealCount,
  errors: ['platform.not-found', 'meals.not-serving', 'meals.already-entered'],
});
