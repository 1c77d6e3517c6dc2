export { registerAgreement } from './keep-agreements.ts';
