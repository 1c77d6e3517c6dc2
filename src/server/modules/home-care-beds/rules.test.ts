import { describe, expect, test } from 'vitest';
import { BED_PATH, bedLifecycle } from '#contracts/home-care-bed-lifecycle.ts';
import { decideStep } from '#contracts/lifecycle.ts';
import { contractText } from './contract-text.ts';
import { type Applicant, checkEligibility, isPausedOn, limitOf, milestonesOf } from './rules.ts';

const who = (given: Partial<Applicant> = {}): Applicant => ({
  abilityLevel: 3,
  abilityValidTo: '2026-05-19',
  living: '独居',
  serviceMode: 'home',
  status: 'active',
  hasOpenBed: false,
  target: { group: '重度失能', groups: '' },
  ...given,
});
const NOBODY = { group: null, groups: '重度失能；失智' };
const failed = (given: Partial<Applicant>) =>
  checkEligibility(who(given), '2025-06-20')
    .reasons.filter(reason => !reason.passed)
    .map(reason => reason.sentence);

describe('eligibility', () => {
  test('severe and valid, at home, on the register: passes with every condition said', () => {
    const { eligible, reasons } = checkEligibility(who(), '2025-06-20');
    expect(eligible).toBe(true);
    expect(reasons[0]?.sentence).toBe('能力评估为重度失能，有效至2026年5月19日，属于建床对象：重度失能');
    expect(reasons).toHaveLength(4);
  });

  test.each([
    [{ abilityLevel: null, target: NOBODY }, '还没有能力评估结果，请先评估'],
    [{ abilityLevel: 2, target: NOBODY }, '能力评估为中度失能，建床对象是：重度失能；失智'],
    [{ abilityValidTo: '2025-06-19', target: NOBODY }, '能力评估（重度失能）已于2025年6月19日过期，请先重新评估'],
    [{ living: '住养老机构' }, '现在住养老机构，床位要建在家里'],
    [{ status: 'moved-out' }, '档案已不在册'],
    [{ hasOpenBed: true }, '已有一张办理中或服务中的床位'],
  ] as [Partial<Applicant>, string][])('%j is refused with its own sentence', (given, sentence) => {
    expect(failed(given)).toEqual([sentence]);
  });

  test('a group that needs no assessment is enough', () => {
    const target = { group: '80 周岁及以上独居、空巢', groups: '' };
    const { eligible, reasons } = checkEligibility(who({ abilityLevel: null, target }), '2025-06-20');
    expect(eligible).toBe(true);
    expect(reasons[0]?.sentence).toBe('属于建床对象：80 周岁及以上独居、空巢');
  });
});

describe('lifecycle', () => {
  test('the main path is one chain, each step with a limit', () => {
    for (const [i, point] of BED_PATH.slice(0, -1).entries()) {
      const step = bedLifecycle.transitions.find(
        t => (t.from as readonly string[]).includes(point.status) && t.to === BED_PATH[i + 1]?.status,
      );
      expect(step?.withinWorkingDays, point.status).toBeGreaterThan(0);
      expect(limitOf(point.status)?.days).toBe(step?.withinWorkingDays);
    }
    expect(limitOf('in-service')).toBeNull();
  });

  test('only the street accepts; a firm cannot accept its own work', () => {
    expect(decideStep(bedLifecycle, 'built', { action: 'accept', role: 'provider' })).toEqual({
      allowed: false,
      because: '验收由街道（乡镇）养老专干办理',
    });
    expect(decideStep(bedLifecycle, 'designed', { action: 'accept', role: 'street' })).toEqual({
      allowed: false,
      because: '家庭养老床位现在是“已设计”，不能验收',
    });
  });
});

test('milestones: reached, current, ahead; nothing is current once rejected', () => {
  const reached = { applied: '2025-05-14', eligible: '2025-05-16' };
  const states = (status: 'eligible' | 'rejected') =>
    milestonesOf({ status, reached }, [])
      .map(m => m.state)
      .slice(0, 4);
  expect(states('eligible')).toEqual(['done', 'done', 'current', 'ahead']);
  expect(states('rejected')).toEqual(['done', 'done', 'ahead', 'ahead']);
});

test('a pause covers its first and last day', () => {
  const pause = { fromOn: '2025-06-08', toOn: '2025-06-10' };
  expect(['2025-06-07', '2025-06-08', '2025-06-10', '2025-06-11'].map(on => isPausedOn(pause, on))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(isPausedOn({ fromOn: '2025-06-08', toOn: null }, '2026-01-01')).toBe(true);
});

test('the same facts give the same contract', () => {
  const facts = {
    elderName: '王秀兰',
    place: '清源路 清源西里',
    providerName: '大兴颐康养老服务有限公司',
    carePackage: '每周三次生活照料',
    devices: ['助浴椅', '智能水表'],
    acceptedOn: '2025-06-05',
    monthlyFen: null,
  };
  expect(contractText(facts)).toBe(contractText({ ...facts }));
  expect(contractText(facts)).toContain('住院、入住机构、喘息托养或外出期间不计费');
});
