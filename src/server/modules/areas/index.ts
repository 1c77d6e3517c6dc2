export { readDivisions, readOutlines } from './divisions.ts';
export { loadAreas } from './load-areas.ts';
export { areaNames, expandGroupUnit, getArea } from './read-areas.ts';
