export { nominate, stepNominee } from './nominees.ts';
export { openYear, stepYear } from './years.ts';
