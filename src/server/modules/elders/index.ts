export { setAbility } from './change-elder.ts';
export { areasOfElders } from './db/people.ts';
export { contactForService } from './db/sealed-contact.ts';
export { findElders } from './find-elders.ts';
export { copyStreet, insertElders, preparePeople } from './insert-elders.ts';
export type { NewContact, NewElder } from './new-elder.ts';
export { getElder } from './read-elder.ts';
export { readFacts } from './read-facts.ts';
export { openSealed } from './reveal-elder.ts';
