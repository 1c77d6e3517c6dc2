import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#shared/dates.ts';
import {
  addWorkingDays,
  dueWords,
  faultsOf,
  type HolidayTables,
  isWorkingDay,
  recomputeProvisional,
  workingDaysBetween,
} from './working-days.ts';

/** 2025 National Day as in 国办发明电〔2024〕12号; 2026 New Year made up for the test. */
const y2025 = {
  document: '国办发明电〔2024〕12号',
  confidence: 'high',
  holidays: ['01', '02', '03', '04', '05', '06', '07', '08'].map(d => `2025-10-${d}`),
  workdays: ['2025-09-28', '2025-10-11'],
};
const y2026 = {
  document: '试',
  confidence: 'test',
  holidays: ['2026-01-01', '2026-01-02', '2026-01-03'],
  workdays: ['2026-01-04'],
};
const only2025: HolidayTables = { years: { '2025': y2025 } };
const both: HolidayTables = { years: { '2025': y2025, '2026': y2026 } };

describe('working days', () => {
  it('follow weekends, holidays and moved working days', () => {
    expect(isWorkingDay(only2025, '2025-09-27')).toBe(false);
    expect(isWorkingDay(only2025, '2025-09-28')).toBe(true);
    expect(isWorkingDay(only2025, '2025-10-08')).toBe(false);
    expect(isWorkingDay(only2025, '2025-10-11')).toBe(true);
    expect(isWorkingDay(only2025, '1969-12-29')).toBe(true);
  });
  it('do not count the day of the event', () => {
    expect(addWorkingDays(only2025, '2025-09-30', 1)).toEqual({ dueOn: '2025-10-09', provisional: false });
    expect(addWorkingDays(only2025, '2025-09-26', 5)).toEqual({ dueOn: '2025-10-10', provisional: false });
    expect(addWorkingDays(only2025, '2025-10-04', 0)).toEqual({ dueOn: '2025-10-09', provisional: false });
    expect(() => addWorkingDays(only2025, '2025-10-04', 1.5)).toThrow('工作日数');
  });
  it('are provisional only when the count crosses into a year without a table', () => {
    expect(addWorkingDays(only2025, '2025-12-29', 2)).toEqual({ dueOn: '2025-12-31', provisional: false });
    expect(addWorkingDays(only2025, '2025-12-29', 4)).toEqual({ dueOn: '2026-01-02', provisional: true });
  });
  it('are recomputed when the table comes, and only the provisional ones', () => {
    const kept = { id: 'b', from: '2025-12-01', withinWorkingDays: 2, dueOn: '2025-12-03', provisional: false };
    const crossing = { id: 'a', from: '2025-12-29', withinWorkingDays: 4, dueOn: '2026-01-02', provisional: true };
    expect(recomputeProvisional(only2025, [kept, crossing])).toEqual([]);
    expect(recomputeProvisional(both, [kept, crossing])).toEqual([
      { ...crossing, dueOn: '2026-01-05', provisional: false },
    ]);
  });
  it('between two days turn addWorkingDays round', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 60 }), (offset, days) => {
        const from = addDays('2025-01-01', offset);
        const { dueOn } = addWorkingDays(both, from, days);
        expect(workingDaysBetween(both, from, dueOn)).toBe(days);
        expect(workingDaysBetween(both, dueOn, from)).toBe(-days);
        expect(isWorkingDay(both, dueOn)).toBe(true);
      }),
    );
  });
  it('say in words how much is left', () => {
    const due = { dueOn: '2025-10-09', provisional: false };
    expect(dueWords(only2025, due, '2025-10-09')).toBe('今天');
    expect(dueWords(only2025, due, '2025-09-29')).toBe('剩 2 个工作日');
    expect(dueWords(only2025, due, '2025-10-11')).toBe('超期 2 个工作日');
    expect(dueWords(only2025, { dueOn: '2025-10-10', provisional: true }, '2025-10-09')).toBe('剩 1 个工作日（暂定）');
    expect(dueWords(both, { dueOn: '2025-10-17', provisional: false }, '2025-10-18')).toBe('已到期');
  });
  it('name the faults of a table', () => {
    expect(faultsOf(both)).toEqual([]);
    const bad = { ...y2025, holidays: ['2025-10-11', '2024-01-01'], workdays: ['2025-10-11', '2025-10-09'] };
    expect(faultsOf({ years: { '2025': bad } })).toHaveLength(3);
  });
});
