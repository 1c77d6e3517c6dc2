import { describe, expect, it } from 'vitest';
import { PROGRAMME_STAGES, PROGRAMMES, PROJECT_STAGES, projectLifecycles } from '#contracts/construction.ts';
import { decideStep } from '#contracts/lifecycle.ts';
import { randomOf } from '#shared/random.ts';
import { funnelOf, nextStage, refuseDate, refuseReach } from './rules.ts';

describe('stages', () => {
  it.each(PROGRAMMES)('%s walks its stages one by one and no other way', programme => {
    const stages = PROGRAMME_STAGES[programme];
    for (const from of PROJECT_STAGES) {
      for (const to of PROJECT_STAGES) {
        const may = (stages as readonly string[]).includes(from) && nextStage(programme, from) === to;
        if ((stages as readonly string[]).includes(from)) expect(refuseReach(programme, from, to) === null).toBe(may);
      }
    }
    const table = projectLifecycles[programme];
    stages.slice(1).forEach((to, i) => {
      const from = stages[i]!;
      expect(decideStep(table, from, { action: 'reach', role: 'street' })).toEqual({ allowed: true, to });
      expect(decideStep(table, to, { action: 'withdraw', role: 'district' })).toEqual({ allowed: true, to: from });
      expect(decideStep(table, from, { action: 'reach', role: 'regulator' }).allowed).toBe(false);
    });
  });
});

describe('days', () => {
  const reached = [
    { stage: 'site-fixed', on: '2025-02-01' },
    { stage: 'under-construction', on: '2025-04-01' },
  ] as const;
  const facts = { plannedOn: '2025-01-06', today: '2025-06-20' };
  it.each([
    ['operator-recruited', '2025-03-01', true],
    ['operator-recruited', '2025-01-31', false],
    ['operator-recruited', '2025-04-02', false],
    ['completed', '2025-06-21', false],
    ['completed', '2025-06-20', true],
    ['site-fixed', '2025-01-01', false],
  ] as const)('%s on %s', (stage, on, ok) => {
    const others = reached.filter(r => r.stage !== stage);
    expect(refuseDate('regional-centre', others, { stage, on, ...facts }) === null).toBe(ok);
  });
});

it('reached counts never grow from stage to stage, and the first one is all', () => {
  const r = randomOf(7, 'funnel');
  for (let run = 0; run < 50; run++) {
    const standing = new Map(PROJECT_STAGES.map(stage => [stage, r.below(20)]));
    const funnel = funnelOf('regional-centre', standing);
    for (const [i, row] of funnel.slice(1).entries()) expect(row.reached).toBeLessThanOrEqual(funnel[i]!.reached);
    expect(funnel[0]!.reached).toBe([...standing.values()].reduce((a, b) => a + b, 0));
  }
});
