import { parsePolicyDocument } from '#modules/policies/index.ts';
import type { Check } from './check/check.ts';
import { findChecks } from './check/find-checks.ts';

export type { Check } from './check/check.ts';

/** Every sum that the text of a progress document allows to be checked, with what does not agree. Pure, ~30 ms. */
export const checkDocument = (text: string): Check[] => findChecks(parsePolicyDocument(text));
