import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoreAssessment } from '#contracts/assessments/score.ts';
import { loadScale } from '../scales/load-scale.ts';

const scale = loadScale('gbt-42195-2022');
const full = () => Object.fromEntries(scale.items.map(item => [item.code, item.max]));
const withTotal = (total: number) => {
  const items: Record<string, number> = {};
  let left = total;
  for (const item of scale.items) {
    items[item.code] = Math.min(item.max, left);
    left -= items[item.code] ?? 0;
  }
  return items;
};
const score = (input: unknown) => {
  const outcome = scoreAssessment(scale, input);
  if (!outcome.ok) throw new Error(outcome.problems.map(p => p.message).join(';'));
  return outcome.score;
};
const problems = (input: unknown) => {
  const outcome = scoreAssessment(scale, input);
  return outcome.ok ? [] : outcome.problems.map(p => p.message);
};

describe('the scale as data', () => {
  it('has 26 items, 90 points, options 0…max and level bands without gap or overlap', () => {
    expect(scale.items).toHaveLength(26);
    expect(scale.items.reduce((sum, item) => sum + item.max, 0)).toBe(90);
    for (const item of scale.items)
      expect(item.options.map(o => o.points).sort()).toEqual(Array.from({ length: item.max + 1 }, (_, i) => i));
    for (let total = 0; total <= 90; total++)
      expect(scale.levels.filter(l => total >= l.min && total <= l.max)).toHaveLength(1);
  });
});

describe('the level', () => {
  it.each([
    [90, 0],
    [89, 1],
    [66, 1],
    [65, 2],
    [46, 2],
    [45, 3],
    [30, 3],
    [29, 4],
    [0, 4],
  ])('%i points → level %i', (total, level) => {
    expect(score({ items: withTotal(total) })).toMatchObject({ total, level, raisedBy: [] });
  });
  it.each(['F00', 'F03', 'f03.9', 'F03.900x001', 'F04', 'F99', ' f20.0 '])('%s raises by one', code => {
    expect(score({ items: full(), diagnoses: [code] })).toMatchObject({
      level: 1,
      raisedBy: [{ id: 'dementia-or-mental' }],
    });
  });
  it.each(['E99', 'G00', 'I10'])('%s does not', code =>
    expect(score({ items: full(), diagnoses: [code] }).level).toBe(0),
  );
  it('needs two risk events', () => {
    expect(score({ items: full(), riskEvents30Days: 1 }).level).toBe(0);
    expect(score({ items: full(), riskEvents30Days: 2 })).toMatchObject({
      level: 1,
      raisedBy: [{ id: 'risk-events' }],
    });
  });
  it('raises by at most one when both rules are met, unless configured otherwise', () => {
    const input = { items: full(), diagnoses: ['F03'], riskEvents30Days: 3 };
    expect(score(input)).toMatchObject({ level: 1, raisedBy: [{ id: 'dementia-or-mental' }, { id: 'risk-events' }] });
    const both = scoreAssessment({ ...scale, maxRaise: { ...scale.maxRaise, value: 2 } }, input);
    expect(both.ok && both.score.level).toBe(2);
  });
  it('coma sets level 4; nothing goes above 4', () => {
    expect(score({ items: full(), coma: true })).toMatchObject({
      level: 4,
      levelByTotal: 0,
      raisedBy: [{ id: 'coma' }],
    });
    const capped = score({ items: withTotal(10), diagnoses: ['F03'] });
    expect(capped).toMatchObject({ level: 4, raisedBy: [], met: [{ id: 'dementia-or-mental' }] });
  });
  it('holds for random assessments against a second calculation', () => {
    const items = fc.record(Object.fromEntries(scale.items.map(i => [i.code, fc.integer({ min: 0, max: i.max })])));
    fc.assert(
      fc.property(
        items,
        fc.boolean(),
        fc.tuple(fc.constantFrom('', 'F01', 'I10', 'f45'), fc.nat(4)),
        (given, coma, [code, events]) => {
          const total = Object.values(given).reduce((a, b) => a + b, 0);
          const base = total === 90 ? 0 : total > 65 ? 1 : total > 45 ? 2 : total > 29 ? 3 : 4;
          const more = /^f/i.test(code) || events > 1 ? 1 : 0;
          const got = score({ items: given, coma, diagnoses: code ? [code] : [], riskEvents30Days: events });
          expect(got.level).toBe(coma ? 4 : Math.min(4, base + more));
          expect(Object.values(got.dimensions).reduce((a, b) => a + b, 0)).toBe(total);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('bad content', () => {
  it('names each problem in Chinese', () => {
    const { 'B.1.1': _, ...missing } = full();
    expect(problems({ items: missing })).toEqual(['缺少 B.1.1 进食的得分，26 项都要评']);
    expect(problems({ items: { ...full(), 'B.3.7': 2 } })).toEqual(['B.3.7 攻击行为的得分应在 0 到 1 之间，现在是 2']);
    expect(problems({ items: { ...full(), 'B.1.1': 2.5 } })[0]).toContain('应是整数');
    expect(problems({ items: { ...full(), 'B.1.1': '4' } })[0]).toContain('应是整数');
    expect(problems({ items: { ...full(), 'B.9.9': 1 } })[0]).toContain('没有 B.9.9 这一项');
    expect(problems({ items: { ...full(), eating: 1 } })[0]).toContain('填了两次');
    expect(problems({ items: full(), diagnoses: ['F00-F03'] })[0]).toContain('不是 ICD-10 编码');
    expect(problems({ items: full(), riskEvents30Days: -1 })).toHaveLength(1);
    expect(problems({ items: full(), coma: '是' })).toHaveLength(1);
    expect(problems({})).toHaveLength(1);
    expect(problems(null)).toHaveLength(1);
  });
});
