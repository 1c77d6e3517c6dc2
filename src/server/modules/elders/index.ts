export { insertElders, preparePeople } from './insert-elders.ts';
export type { NewContact, NewElder } from './new-elder.ts';
