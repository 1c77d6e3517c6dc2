import { describe, expect, it } from 'vitest';
import { definitions } from '../law/definitions.ts';
import { evaluateBriefly, evaluateScheme } from './evaluate.ts';
import { lawOn, shapeOfParameter, valueOn } from './law-on.ts';
import { casesOf } from './read-scheme-file.ts';
import { fileOf, REGISTER } from './register.ts';

describe.each(REGISTER.map(scheme => [scheme.key, scheme] as const))('cases of %s', (_, scheme) => {
  const cases = casesOf(scheme.folder);
  const told = new Set<string>();

  it.each(cases)('$name', each => {
    const settings = Object.entries(each.settings ?? {}).map(([parameter, value]) => ({
      ...{ scheme: scheme.key, parameter, district: each.district ?? '', value },
      ...{ from: '2019-01-01', to: null, documentNumber: '示例' },
    }));
    const answer = evaluateScheme(scheme, each.facts, { on: each.on, district: each.district ?? null, settings });
    if ('problems' in answer) throw new Error(JSON.stringify(answer.problems));
    for (const said of [...answer.lines, ...answer.refusals]) told.add(said.code);
    const brief = evaluateBriefly(scheme, each.facts, { on: each.on, district: each.district ?? null, settings });
    expect(brief).toMatchObject({ state: answer.state, amountFen: answer.amountFen, nearestYes: answer.nearestYes });
    expect(answer.state).toBe(each.state);
    if (each.yuan !== undefined) expect(answer.amountFen / 100).toBe(each.yuan);
    if (each.because) expect(answer.refusals.map(said => said.code)).toEqual(each.because);
    if (each.missing) expect(answer.missing.map(said => said.field)).toEqual(each.missing);
    if (each.nearestYes) expect(answer.nearestYes).toBe(each.nearestYes);
    // No half sentence: every word named in a sentence is given by the rule.
    for (const said of [...answer.lines, ...answer.refusals]) expect(said.sentence).not.toMatch(/undefined|\{/);
  });

  it('every reason of the file is told by an example, every case of a yes has an amount', () => {
    expect([...told].toSorted()).toEqual(Object.keys(fileOf(scheme).reasons).toSorted());
    for (const each of cases) if (each.state === 'yes') expect(each.yuan, each.name).toBeDefined();
  });

  it('each value cites a registered document, has no gap and fits the rule on every day it begins', () => {
    const file = fileOf(scheme);
    expect(Object.keys(file.parameters)).toEqual(expect.arrayContaining([...Object.keys(scheme.law), ...file.show]));
    for (const [key, parameter] of Object.entries(file.parameters)) {
      expect([...definitions().sources.keys()], key).toContain(parameter.document);
      for (const { from, district } of parameter.values) {
        expect(valueOn(file, key, { on: from, district: district ?? null }), `${key} ${from}`).toBeDefined();
        expect(() => lawOn(scheme, file, { on: from, district: district ?? null })).not.toThrow();
      }
      if (parameter.district) expect(shapeOfParameter(parameter), key).not.toBe('other');
    }
  });
});
