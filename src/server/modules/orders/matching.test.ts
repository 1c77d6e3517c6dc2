import { describe, expect, test } from 'vitest';
import type { CaregiverFacts } from '#modules/workforce/index.ts';
import { distanceWords, type Firm, rankCandidates, type Wanted } from './matching.ts';
import { missingEvidence, recordTimes } from './rules.ts';

const HOME = [116.33, 39.74] as const;
const wanted = (given: Partial<Wanted> = {}): Wanted => ({
  staffLevel: 2,
  certificate: '健康证',
  home: HOME,
  declined: new Set(),
  servedBefore: new Map(),
  ...given,
});
const carer = (caregiverId: string, given: Partial<CaregiverFacts> = {}): CaregiverFacts => ({
  caregiverId,
  accountId: `account-${caregiverId}`,
  providerId: 'firm',
  providerName: '颐康',
  name: caregiverId,
  level: 2,
  standing: { status: 'active', verifiedOn: '2024-01-01', negativeReason: null },
  point: [116.33, 39.745],
  ordersPerDay: 6,
  certificates: ['健康证'],
  ...given,
});
const firm = (given: Partial<Firm> = {}): Firm => ({
  providerId: 'firm',
  status: 'operating',
  point: HOME,
  capacityPerDay: 40,
  rating: null,
  ratingCount: 0,
  priceFen: 8000,
  ...given,
});
const rank = (
  people: CaregiverFacts[],
  given: { wanted?: Wanted; firms?: Firm[]; load?: Record<string, number> } = {},
) =>
  rankCandidates(given.wanted ?? wanted(), people, {
    firms: given.firms ?? [firm()],
    load: { caregivers: new Map(Object.entries(given.load ?? {})), firms: new Map() },
  });

describe('ranking', () => {
  test('S1-1.2 nearer, freer, better rated and cheaper come first; every line has its reasons', () => {
    const { ranked } = rank([carer('far', { point: [116.37, 39.77] }), carer('near')]);
    expect(ranked.map(c => c.caregiverId)).toEqual(['near', 'far']);
    expect(ranked[0]?.reasons).toEqual([
      '离家 560 米',
      '当天还没有单',
      '中级工（四级），证书有效',
      '服务商还没有评价',
      '80 元',
    ]);
    const busy = rank([carer('busy'), carer('free')], { load: { busy: 5 } });
    expect(busy.ranked.map(c => c.caregiverId)).toEqual(['free', 'busy']);
    expect(busy.ranked[1]?.reasons).toContain('当天已有 5 单，还能接 1 单');
  });

  test('who has served this elder before goes ahead of an equal stranger', () => {
    const known = wanted({ servedBefore: new Map([['b', 3]]) });
    const { ranked } = rank([carer('a'), carer('b')], { wanted: known });
    expect(ranked[0]).toMatchObject({ caregiverId: 'b' });
    expect(ranked[0]?.reasons[0]).toBe('服务过这位老人 3 次');
  });

  test('the cheapest is named only where prices differ, and only among those who may go', () => {
    const suspended = firm({ providerId: 'shut', priceFen: 100, status: 'suspended' });
    const one = rank([carer('a'), carer('b', { providerId: 'shut' })], { firms: [firm(), suspended] });
    expect(one.ranked[0]?.reasons.at(-1)).toBe('80 元');
    expect(one.excluded[0]?.excludedBecause).toBe('服务商暂停接单');
    const dear = firm({ providerId: 'dear', priceFen: 9900 });
    const two = rank([carer('a'), carer('b', { providerId: 'dear' })], { firms: [firm(), dear] });
    expect(two.ranked.map(c => c.reasons.at(-1))).toEqual(['80 元，可派的人里最低', '99 元']);
  });

  test('without a home point distance is left out and said so', () => {
    const { ranked } = rank([carer('a')], { wanted: wanted({ home: null }) });
    expect(ranked[0]).toMatchObject({ metres: null });
    expect(ranked[0]?.reasons[0]).toBe('老人家没有坐标，没算距离');
  });

  test('equal facts give an equal order whatever the input order', () => {
    const people = ['c', 'a', 'b'].map(id => carer(id));
    const ids = (list: CaregiverFacts[]) => rank(list).ranked.map(c => c.caregiverId);
    expect(ids(people)).toEqual(ids([...people].reverse()));
  });

  test('nobody offers the item: both lists are empty', () => {
    expect(rank([carer('a')], { firms: [] })).toEqual({ ranked: [], excluded: [] });
  });
});

describe('exclusion', () => {
  test.each([
    [{ standing: { status: 'negative-list', verifiedOn: '2024-01-01', negativeReason: '虚报' } }, '在负面清单上：虚报'],
    [{ standing: { status: 'registered', verifiedOn: null, negativeReason: null } }, '还没有实名核验'],
    [{ standing: { status: 'suspended', verifiedOn: '2024-01-01', negativeReason: null } }, '已停派'],
    [{ level: 1 }, '初级工（五级），项目要求中级工（四级）以上'],
    [{ certificates: [] }, '没有在有效期内的健康证'],
    [{ ordersPerDay: 2 }, '当天已排满 2 单'],
  ] as [Partial<CaregiverFacts>, string][])('%j', (given, because) => {
    const { ranked, excluded } = rank([carer('a', given)], { load: { a: 2 } });
    expect(ranked).toEqual([]);
    expect(excluded[0]).toMatchObject({ score: 0, reasons: [], excludedBecause: because });
  });

  test('declined before', () => {
    const { excluded } = rank([carer('a')], { wanted: wanted({ declined: new Set(['a']) }) });
    expect(excluded[0]?.excludedBecause).toBe('这张单已派过，没有接');
  });
});

describe('record', () => {
  test('the item decides what evidence is missing; position and signature come elsewhere', () => {
    const none = { evidence: [], measurements: {} };
    expect(missingEvidence(['position', 'photo', 'measurement', 'signature'], none)).toEqual(['照片', '测量值']);
    expect(missingEvidence(['measurement'], { evidence: [], measurements: { pulse: 70 } })).toEqual([]);
  });

  test('times: start is the check-in, the end neither before it nor in the future', () => {
    const at = '2025-06-20T02:00:00.000Z';
    expect(recordTimes(at, '2025-06-20T01:00:00.000Z', '2025-06-20T03:00:00.000Z')).toEqual({
      fault: '结束时间不能早于签到',
    });
    expect(recordTimes(at, '2025-06-20T05:00:00.000Z', '2025-06-20T03:00:00.000Z')).toEqual({
      fault: '结束时间不能晚于现在',
    });
    expect(recordTimes(at, undefined, '2025-06-20T03:00:00.000Z')).toEqual({
      startedAt: at,
      endedAt: '2025-06-20T03:00:00.000Z',
    });
    expect(recordTimes(at, undefined, at)).toEqual({ startedAt: at, endedAt: '2025-06-20T02:00:01.000Z' });
  });

  test('distance in words', () => {
    expect([distanceWords(347), distanceWords(1240)]).toEqual([' 350 米', ' 1.2 公里']);
  });
});
