import { BENEFIT_EFFECT_LABELS } from '#contracts/benefits/schemes.ts';
import type { Draft, DraftField } from '#contracts/rehearsals/draft.ts';
import type { ChangeLine } from '#contracts/rehearsals/result.ts';
import { draftFields } from '#modules/benefits/rehearse/index.ts';
import { bedFields } from './assumptions.ts';

/** The draft against the law in force, line by line; a value equal to the present one is no line. */
export function changeLines(draft: Draft): ChangeLine[] {
  const fields = draft.kind === 'beds' ? bedFields : draftFields(draft.startsMonth);
  const byId = new Map(fields.map(field => [field.id, field]));
  const set = draft.changes.set.flatMap(({ field: id, value }) => {
    const field = byId.get(id);
    if (!field || field.value === value) return [];
    return [lineOf(field, { before: valueWords(field, field.value), after: valueWords(field, value) })];
  });
  const dropped = draft.changes.dropTiers.flatMap(id => {
    const field = byId.get(`${id}.amountFen`);
    return field ? [lineOf(field, { before: valueWords(field, field.value), after: '取消这一档' })] : [];
  });
  const ages = fields.find(field => field.id.startsWith('advancedAge.tiers.'));
  const added = draft.changes.addAgeTiers.flatMap(tier =>
    ages
      ? [
          {
            ...lineOf(ages, { before: '没有', after: `每人每月${tier.amountFen / 100}元` }),
            ...{ field: `advancedAge.tiers.age-${tier.minAge}`, label: `新增一档：${tier.minAge} 周岁及以上` },
          },
        ]
      : [],
  );
  return [...set, ...dropped, ...added];
}

function lineOf(field: DraftField, { before, after }: { before: string; after: string }): ChangeLine {
  const { id, group, label, documentNumber, clause, confidence } = field;
  return { field: id, group, label, before, after, documentNumber, clause, confidence };
}

export function valueWords(field: DraftField, value: unknown): string {
  if (field.kind === 'fen') return `${Number(value) / 100}元`;
  if (field.kind === 'boolean') return value === true ? '是' : '否';
  if (field.kind === 'integer') return `${value}${field.unit.replace(/（.*$/, '')}`;
  return BENEFIT_EFFECT_LABELS[value as keyof typeof BENEFIT_EFFECT_LABELS] ?? String(value);
}
