export { insertProjects, type ProjectToInsert } from './insert-projects.ts';
