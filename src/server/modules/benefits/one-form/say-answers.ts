import type { FormAnswers } from '#contracts/benefits/one-form.ts';
import { FACT_LABELS, type FactField } from '#contracts/elders/fields.ts';
import { definitions, otherBenefitTable } from '../law/definitions.ts';

/** What the applicant answered, in words. */
export function saidOf(answers: FormAnswers | null): { label: string; value: string }[] {
  if (!answers?.otherBenefits) return [];
  const names = new Map(otherBenefitTable(definitions()).map(each => [each.code, each.nameZh]));
  const value = answers.otherBenefits.map(code => names.get(code) ?? code).join('、') || '没有';
  return [{ label: '正在领的其他待遇', value }];
}

const OWN: Record<string, string> = { otherBenefits: '正在领的其他待遇', account: '收款账户' };

/** Labels of the known fields that the applicant calls wrong. */
export const disputedOf = (answers: FormAnswers | null): string[] =>
  (answers?.disputed ?? []).map(field => OWN[field] ?? FACT_LABELS[field as FactField] ?? field);
