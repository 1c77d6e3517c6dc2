export { noteChange, sourcesOf } from './note-change.ts';
