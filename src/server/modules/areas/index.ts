export {
  DIVISIONS_VALID_FROM,
  type Division,
  parentOf,
  readDivisions,
  readDivisionsText,
  readOutlines,
} from './divisions.ts';
