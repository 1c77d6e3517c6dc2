import { Scale, ScaleForm } from '#contracts/assessments/scales.ts';
import { loadForm } from '#platform/forms/load-form.ts';

/** Scales of the two-assessor process; the first is the one that decides benefits. */
export const SCALE_IDS = ['gbt-42195-2022'] as const;
export type ScaleId = (typeof SCALE_IDS)[number];

/** Every questionnaire of the module, one data file each. */
export const FORM_IDS = [
  ...SCALE_IDS,
  'ltci-2021',
  'mzt-039-2013',
  'barthel',
  'lawton-iadl',
  'mmse',
  'gds-15',
  'ad8',
  'care-risk',
  'home-safety',
] as const;
export type FormId = (typeof FORM_IDS)[number];

const loaded = new Map<FormId, ScaleForm>();
const processScales = new Map<ScaleId, Scale>();
const fileOf = (id: FormId) => new URL(`./${id}.yaml`, import.meta.url);

/** Reads a scale's data file once; throws if the file does not match its own arithmetic (shape errors by zod). */
export function loadScale(id: ScaleId): Scale {
  const scale = processScales.get(id) ?? Scale.parse(loadScaleForm(id));
  processScales.set(id, scale);
  return scale;
}

/** The same for any questionnaire, whether it decides benefits or is only recorded. */
export function loadScaleForm(id: FormId): ScaleForm {
  const known = loaded.get(id);
  if (known) return known;
  const form = loadForm(fileOf(id), ScaleForm);
  loaded.set(id, form);
  return form;
}

export const findFormId = (id: string): FormId | undefined => FORM_IDS.find(each => each === id);
