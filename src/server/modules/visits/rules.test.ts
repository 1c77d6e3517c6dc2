import { describe, expect, test } from 'vitest';
import { afterAlarm, afterVisit, groupsOf, missingItems, planOf, type VisitFacts } from './rules.ts';

const TODAY = '2025-06-20';
const WANG: VisitFacts = {
  areaCode: '110115003001',
  bornOn: '1938-03-12',
  living: '独居',
  leftBehind: false,
  abilityLevel: null,
  abilityValidTo: null,
  dementia: false,
  disabilities: [],
  familyPlanningSpecial: false,
  wish: true,
  serviceMode: 'home',
  alive: true,
};

describe('key groups', () => {
  test('大兴 names five, each with its reason', () => {
    const all = {
      ...WANG,
      abilityLevel: 3,
      abilityValidTo: '2026-01-01',
      disabilities: [{ kind: '肢体', grade: 2 }],
      familyPlanningSpecial: true,
    };
    const alone = groupsOf(all, TODAY);
    expect(alone.map(one => one.label)).toEqual(['高龄独居', '失能失智', '重度残疾', '计划生育特殊家庭']);
    expect(alone[0]?.reason).toBe('87 岁，独居');
    expect(groupsOf({ ...all, living: '空巢' }, TODAY).map(one => one.label)).toContain('高龄空巢');
  });

  test('西城 names six: somebody of 70 who lives alone is one there and none in 大兴', () => {
    const younger = { ...WANG, bornOn: '1955-01-01', areaCode: '110102001001' };
    expect(groupsOf(younger, TODAY).map(one => one.label)).toEqual(['独居']);
    expect(groupsOf({ ...younger, areaCode: WANG.areaCode }, TODAY)).toEqual([]);
    const six = {
      ...younger,
      leftBehind: true,
      abilityLevel: 1,
      disabilities: [{ kind: '视力', grade: 1 }],
      familyPlanningSpecial: true,
    };
    expect(groupsOf(six, TODAY)).toHaveLength(5);
    expect(groupsOf({ ...six, living: '空巢' }, TODAY).at(-1)?.label).toBe('空巢');
  });

  test('an assessment that has run out stops new money, never a safety visit: the last level still counts', () => {
    const old = { ...WANG, living: '与子女同住', abilityLevel: 4, abilityValidTo: '2025-06-19' };
    expect(groupsOf(old, TODAY)).toMatchObject([{ reason: '评估为完全失能（评估已过期，探访照旧）' }]);
  });
});

describe('plan', () => {
  test('a living-alone 87-year-old has a weekly plan the same day', () => {
    expect(planOf(WANG, undefined, TODAY)).toMatchObject({
      status: 'active',
      frequencyDays: 7,
      nextDueOn: '2025-06-27',
    });
  });

  test('without wish excluded, in an institution paused, dead or out of every group ended', () => {
    const known = {
      reasons: groupsOf(WANG, TODAY),
      lastVisitedOn: '2025-06-18',
      nextDueOn: '2025-06-25',
      frequencyDays: 7,
    };
    expect(planOf({ ...WANG, wish: false }, known, TODAY)).toMatchObject({ status: 'excluded', nextDueOn: null });
    expect(planOf({ ...WANG, serviceMode: 'institution' }, known, TODAY)?.status).toBe('paused');
    expect(planOf({ ...WANG, alive: false }, known, TODAY)?.status).toBe('ended');
    expect(planOf({ ...WANG, living: '与子女同住' }, known, TODAY)?.status).toBe('ended');
    expect(planOf({ ...WANG, living: '与子女同住' }, undefined, TODAY)).toBeUndefined();
  });

  test('a changed frequency counts from the last visit, never into the past', () => {
    const known = { reasons: [], lastVisitedOn: '2025-05-01', nextDueOn: '2025-05-31', frequencyDays: 30 };
    expect(planOf(WANG, known, TODAY)?.nextDueOn).toBe(TODAY);
    expect(planOf(WANG, { ...known, frequencyDays: 7, nextDueOn: '2025-06-23' }, TODAY)?.nextDueOn).toBe('2025-06-23');
  });

  test('a true alarm makes visits weekly for ninety days, then it wears off', () => {
    const facts = { ...WANG, living: '空巢' };
    const known = { reasons: [afterAlarm(TODAY)], lastVisitedOn: TODAY, nextDueOn: '2025-07-20', frequencyDays: 30 };
    expect(planOf(facts, known, TODAY)).toMatchObject({
      group: 'true-alarm',
      frequencyDays: 7,
      nextDueOn: '2025-06-27',
    });
    expect(planOf(facts, known, '2025-09-19')).toMatchObject({ group: 'oldest-empty-nest', frequencyDays: 30 });
  });
});

describe('after a visit', () => {
  const plan = { unanswered: 0, frequencyDays: 7 };
  test('somebody answered: due again after the frequency', () => {
    expect(afterVisit({ method: 'phone', result: 'ok' }, { ...plan, unanswered: 1 }, TODAY)).toMatchObject({
      nextDueOn: '2025-06-27',
      unanswered: 0,
    });
  });
  test('no answer is due again today; the second one goes to the door today', () => {
    const first = afterVisit({ method: 'phone', result: 'no-answer' }, plan, TODAY);
    expect(first).toMatchObject({ nextDueOn: TODAY, homeToday: false });
    const second = afterVisit(
      { method: 'phone', result: 'no-answer' },
      { ...plan, unanswered: first.unanswered },
      TODAY,
    );
    expect(second).toMatchObject({ nextDueOn: TODAY, homeToday: true, because: '2 次电话无人接，须当天上门' });
  });
  test('a form with a gap is named item by item', () => {
    expect(missingItems({ result: 'ok', items: { mood: 'good' } }, ['mood', 'health', 'safety'])).toEqual([
      'health',
      'safety',
    ]);
    expect(missingItems({ result: 'no-answer', items: {} }, ['mood'])).toEqual([]);
  });
});
