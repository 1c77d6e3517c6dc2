import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { evaluateForm } from '#contracts/forms/evaluate.ts';
import { FORM_IDS, type FormId, loadScaleForm } from '../scales/load-scale.ts';

const GOLDEN = new URL('../../../../../tests/golden/scales/', import.meta.url);
const golden = (name: string) => JSON.parse(readFileSync(new URL(name, GOLDEN), 'utf8'));

type Option = { points: number; meaning: string };
const byPoints = (options: Option[]) => options.toSorted((a, b) => b.points - a.points);

describe('the data files say what the facts say', () => {
  it('GB/T 42195-2022: items, options, bands', () => {
    const facts = golden('assessment_gbt42195.json');
    const form = loadScaleForm('gbt-42195-2022');
    for (const [at, item] of facts.items.entries())
      expect(form.items[at]).toMatchObject({
        ...{ code: item.code, dimension: item.dimension, nameZh: item.nameZh, max: item.max },
        options: item.options,
      });
    expect(form.levels.map(each => [each.level, each.min, each.max])).toEqual(
      facts.levels.map((each: { level: number; min: number; max: number }) => [each.level, each.min, each.max]),
    );
  });

  it('长护险: items, options, bands of the three parts and the matrix with its confidence', () => {
    const facts = golden('assessment_ltci.json');
    const form = loadScaleForm('ltci-2021');
    for (const [at, item] of facts.items.entries()) {
      expect(form.items[at]).toMatchObject({ code: item.code, dimension: item.dimension, max: item.max });
      expect(form.items[at]?.options).toEqual(byPoints(item.options));
    }
    const { columns, rows, confidence } = facts.combination;
    const cells = columns.map((row: string) => rows[row]);
    expect(form.of).toMatchObject({ table: { cells } });
    expect(form.gradingConfidence).toBe(confidence);
    for (const [key, bands] of Object.entries<[string, number, number][]>(facts.dimensionLevels)) {
      const derived = form.derived.find(each => each.key === key);
      expect(derived?.confidence).toBe(facts.confidenceThresholds);
      expect(derived?.value).toMatchObject({
        band: { bands: bands.map(([name, from, to]) => [from, to, columns.indexOf(name)]) },
      });
    }
    expect(form.levels.map(each => [each.level, each.nameZh])).toEqual(facts.levels);
  });

  it('Barthel, MMSE, GDS-15, IADL: items, points, bands', () => {
    const facts = golden('assessment_scales.json');
    const barthel = loadScaleForm('barthel');
    expect(barthel.items.map(each => [each.nameZh, each.max, each.options.map(o => o.points)])).toEqual(
      facts.barthel.items,
    );
    const bands = (levels: { nameZh: string; min: number; max: number }[]) => levels.map(l => [l.nameZh, l.min, l.max]);
    expect(bands(barthel.levels)).toEqual(facts.barthel.gradingMZT039);
    expect(bands(barthel.alsoGraded[0]?.levels ?? [])).toEqual(facts.barthel.gradingClinical);
    expect(barthel.alsoGraded[0]?.gradingConfidence).toBe('memory');
    const mmse = loadScaleForm('mmse');
    expect(mmse.items.map(each => [each.nameZh, each.max])).toEqual(facts.mmse.parts);
    expect(mmse.levels.map(l => [l.min, l.max, l.nameZh])).toEqual(facts.mmse.severity);
    const gds = loadScaleForm('gds-15');
    expect(gds.levels.map(l => [l.min, l.max, l.nameZh])).toEqual(facts.gds15.bands);
    const reversed = gds.items.flatMap((item, at) =>
      item.options.find(o => o.meaning === '否')?.points === 1 ? [at + 1] : [],
    );
    expect(reversed).toEqual(facts.gds15.reverseItems);
    expect(loadScaleForm('lawton-iadl').items.map(each => each.nameZh)).toEqual(facts.lawtonIADL.items);
    expect(loadScaleForm('lawton-iadl').confidence).toBe(facts.lawtonIADL.confidence);
    expect(loadScaleForm('ad8').confidence).toBe(facts.ad8.confidence);
  });

  it('nothing that the facts leave open is graded: IADL and home safety have no levels', () => {
    for (const id of ['lawton-iadl', 'home-safety'] as const) {
      expect(loadScaleForm(id).levels).toEqual([]);
      expect(loadScaleForm(id).openPoints.length).toBeGreaterThan(0);
    }
  });
});

type Example = {
  why: string;
  scale: FormId;
  all: 'max' | 'min' | 'best';
  items?: Record<string, number>;
  more?: Record<string, unknown>;
  expect: {
    total?: number;
    level?: number | null;
    derived?: Record<string, number>;
    outcomes?: Record<string, number>;
  };
};

describe('worked examples', () => {
  const examples = golden('worked-examples.json') as Example[];
  it.each(examples.map(each => [each.why, each] as const))('%s', (_, example) => {
    const form = loadScaleForm(example.scale);
    const start = form.items.map(item => {
      const points = item.options.map(o => o.points);
      // 'best' on MZ/T 039: independent in daily living, no impairment elsewhere.
      const top = example.all === 'max' || (example.all === 'best' && item.dimension === 'adlItems');
      return [item.code, top ? Math.max(...points) : Math.min(...points)] as const;
    });
    const outcome = evaluateForm(form, { items: { ...Object.fromEntries(start), ...example.items }, ...example.more });
    if (!outcome.ok) throw new Error(outcome.problems.map(each => each.message).join('；'));
    const { total, outcomes, derived } = outcome.result;
    const wanted = example.expect;
    if (wanted.total !== undefined) expect(total).toBe(wanted.total);
    if (wanted.level !== undefined) expect(outcomes[0]?.level ?? null).toBe(wanted.level);
    for (const [key, level] of Object.entries(wanted.outcomes ?? {}))
      expect(outcomes.find(each => each.key === key)?.level).toBe(level);
    for (const [key, value] of Object.entries(wanted.derived ?? {}))
      expect(derived.find(each => each.key === key)?.value).toBe(value);
  });
  it('reach every questionnaire', () => {
    expect(new Set(examples.map(each => each.scale))).toEqual(new Set(FORM_IDS));
  });
});

describe('bad content', () => {
  const say = (id: FormId, input: unknown) => {
    const outcome = evaluateForm(loadScaleForm(id), input);
    return outcome.ok ? [] : outcome.problems.map(each => each.message);
  };
  it('names points that jump, missing choices and words that a skip rule asks for', () => {
    const items = Object.fromEntries(loadScaleForm('barthel').items.map(each => [each.code, each.max]));
    expect(say('barthel', { items: { ...items, BI1: 7 } })).toEqual(['BI1 进食的得分只能是 10、5、0，现在是 7']);
    const parts = Object.fromEntries(loadScaleForm('mmse').items.map(each => [each.code, each.max]));
    expect(say('mmse', { items: parts })).toEqual(['请填文化程度（education）']);
    expect(say('mmse', { items: parts, education: 9 })[0]).toContain('文盲');
    expect(say('care-risk', { others: 1 })).toEqual(['请填其他事件是什么（otherWhat）']);
    expect(say('care-risk', { falls: -1 })[0]).toContain('不小于 0');
  });
});
