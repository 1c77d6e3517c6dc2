import type { Draft, DraftField } from '#contracts/rehearsals/draft.ts';
import { type FormValues, readPath, writePath } from '../../ui/form-state.ts';

/** A tier's id where the field is its amount: `advancedAge.tiers.age-80`. */
export const tierOf = (field: DraftField): string | null =>
  /\.tiers\..*\.amountFen$/.test(field.id) ? field.id.slice(0, -'.amountFen'.length) : null;

const shown = (field: DraftField, value: unknown): unknown =>
  field.kind === 'fen' ? Number(value) / 100 : field.kind === 'boolean' ? (value === true ? 'yes' : 'no') : value;

const given = (field: DraftField, value: unknown): number | boolean | string => {
  if (field.kind === 'boolean') return value === 'yes';
  if (field.kind === 'choice') return String(value);
  if (typeof value !== 'number') return String(value ?? '');
  return field.kind === 'fen' ? Math.round(value * 100) : value;
};

/** Values of the form: money in yuan, every field of the law with the draft's value or the present one. */
export function valuesOf(draft: Draft, fields: readonly DraftField[]): FormValues {
  const set = new Map(draft.changes.set.map(each => [each.field, each.value]));
  const { name, purpose, basis, startsMonth, months, reassessed } = draft;
  let values: FormValues = { name, purpose, basis, startsMonth, months, reassessed: reassessed ? 'yes' : 'no' };
  for (const field of fields)
    values = writePath(values, `changes.${field.id}`, shown(field, set.get(field.id) ?? field.value));
  for (const id of draft.changes.dropTiers) values = writePath(values, `drop.${id}`, true);
  for (const [at, tier] of draft.changes.addAgeTiers.entries()) {
    values = writePath(values, `changes.addAgeTiers.${at}.minAge`, tier.minAge);
    values = writePath(values, `changes.addAgeTiers.${at}.amountFen`, tier.amountFen / 100);
  }
  return values;
}

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '';

/** The draft as it is sent: only what differs from the present law. */
export function draftOf(values: FormValues, fields: readonly DraftField[], kind: Draft['kind']): Draft {
  const set = fields.flatMap(field => {
    const value = readPath(values, `changes.${field.id}`);
    const now = given(field, value);
    return isEmpty(value) || now === field.value ? [] : [{ field: field.id, value: now }];
  });
  const tiers = Object.values((readPath(values, 'changes.addAgeTiers') ?? {}) as Record<string, FormValues>);
  const dropTiers = fields.flatMap(field => {
    const tier = tierOf(field);
    return tier && readPath(values, `drop.${tier}`) === true ? [tier] : [];
  });
  return {
    kind,
    name: String(values.name ?? ''),
    purpose: String(values.purpose ?? ''),
    basis: String(values.basis ?? ''),
    startsMonth: String(values.startsMonth ?? ''),
    months: values.months as number,
    reassessed: values.reassessed !== 'no',
    changes: {
      set,
      dropTiers,
      addAgeTiers: tiers
        .filter(tier => !isEmpty(tier.minAge) || !isEmpty(tier.amountFen))
        .map(tier => ({ minAge: tier.minAge as number, amountFen: Math.round(Number(tier.amountFen) * 100) })),
    },
  };
}
