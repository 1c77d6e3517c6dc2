export { draftReport } from './steps.ts';
