import { BUILT } from './built-definitions.ts';
import { CARE } from './care-definitions.ts';
import type { Definition } from './definition.ts';
import { MEALS } from './meal-definitions.ts';
import { SERVICES } from './service-definitions.ts';

/** The catalogue of indicators: each stored once, linked to as many tasks as speak of it. */
export const DEFINITIONS: readonly Definition[] = [...BUILT, ...MEALS, ...CARE, ...SERVICES];

export const findDefinition = (code: string): Definition | undefined => DEFINITIONS.find(d => d.code === code);
