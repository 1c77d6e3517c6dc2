import type { ParsedDocument } from '#contracts/policies/parsed-document.ts';
import type { Check } from './check/check.ts';
import { findChecks } from './check/find-checks.ts';

export type { Check } from './check/check.ts';

/** Every sum that a parsed progress document allows to be checked, with what does not agree. Pure. */
export const checkDocument = (document: ParsedDocument): Check[] => findChecks(document);
