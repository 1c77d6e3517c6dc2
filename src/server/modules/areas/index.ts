export { readDivisions, readOutlines } from './divisions.ts';
export { insertAreaCounts } from './insert-counts.ts';
export { loadAreas } from './load-areas.ts';
export { areaName, areaNames, expandGroupUnit, getArea } from './read-areas.ts';
