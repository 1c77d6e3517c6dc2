import { expect, it } from 'vitest';
import { renderBenefitCodes } from './codes-document.ts';
import { definitions, otherBenefitTable } from './law/definitions.ts';
import { BIT, BLOCKERS, STARTS } from './rules/decision.ts';

it('docs/how-to/benefit-codes.md is fresh', async () => {
  await expect(renderBenefitCodes()).toMatchFileSnapshot('../../../../docs/how-to/benefit-codes.md');
});

it('names every other benefit and every reason code the rules can give', () => {
  const page = renderBenefitCodes();
  const codes = definitions().reasonCodes.map(each => each.code);
  for (const code of [...BLOCKERS, ...STARTS]) expect(codes).toContain(code);
  expect(Object.entries(BIT)).toEqual(BLOCKERS.map((name, at) => [name, 1 << at]));
  for (const code of [...codes, ...otherBenefitTable(definitions()).map(each => each.code)])
    expect(page).toContain(`\`${code}\``);
});

it('every parameter cites a registered document', () => {
  const { measure, hardship, care, advancedAge, sources } = definitions();
  for (const file of [measure, hardship, care, advancedAge])
    for (const parameter of Object.values(file.parameters)) expect([...sources.keys()]).toContain(parameter.document);
});
