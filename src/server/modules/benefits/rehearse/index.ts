/** What a rehearsal of a change asks: both laws over the same people, and whether either has changed since. */
export { countChangedSince, readRegisterMark } from '../db/register-mark.ts';
export type { PersonRow } from '../rules/person-facts.ts';
export { partsOf } from '../run-batch.ts';
export { type Compared, comparePeople } from './compare-people.ts';
export { draftFields } from './draft-fields.ts';
export { checkChanges, lawMark } from './draft-law.ts';
export { type LawPair, lawPair } from './law-pair.ts';
