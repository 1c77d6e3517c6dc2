import { describe, expect, it } from 'vitest';
import { coverageChange, refuseLink, refuseStep, walkMinutes } from './rules.ts';

const open = { openedOn: '2024-03-01', exitedOn: null };
const TODAY = '2025-06-20';

describe('steps of a place', () => {
  it('an exit needs a reason and a day after the opening', () => {
    expect(refuseStep(open, { action: 'exit', on: '2025-06-01', reason: null }, TODAY)?.field).toBe('reason');
    expect(refuseStep(open, { action: 'exit', on: '2024-02-29', reason: '房屋租期届满' }, TODAY)?.say).toContain(
      '2024年3月1日',
    );
    expect(refuseStep(open, { action: 'exit', on: '2024-03-01', reason: '房屋租期届满' }, TODAY)).toBeNull();
  });
  it('nothing happens tomorrow', () => {
    expect(refuseStep(open, { action: 'open', on: '2025-06-21', reason: null }, TODAY)?.field).toBe('on');
  });
});

describe('links', () => {
  const station = { kind: 'station', status: 'operating', areaCode: '110115003001', openedOn: '2020-01-01' } as const;
  const centre = {
    kind: 'regional-centre',
    status: 'operating',
    areaCode: '110115003002',
    openedOn: '2024-01-01',
  } as const;
  it('a station is run by a built centre of its district', () => {
    expect(refuseLink(station, centre)).toBeNull();
    expect(refuseLink(station, { ...centre, areaCode: '110102003002' })).toContain('不在一个区');
    expect(refuseLink(station, { ...centre, status: 'planned' })).toContain('还没有开展服务');
    expect(refuseLink({ ...station, kind: 'meal-point' }, centre)).toContain('驿站');
  });
});

it('coverage changes only by what differs', () => {
  expect(coverageChange(['a', 'b'], ['b', 'c', 'c'])).toEqual({ begin: ['c'], end: ['a'] });
});

it('680 metres are nine minutes', () => {
  expect(walkMinutes(680)).toBe(9);
  expect(walkMinutes(3)).toBe(1);
});
