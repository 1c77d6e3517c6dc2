import { listIndicatorNames } from '#contracts/indicators.ts';
import { useQueryOf } from '../../api.ts';

/** Indicators by name; while they are on their way an indicator is called by its code. */
export function useIndicators() {
  const rows = useQueryOf(listIndicatorNames, {}).data?.rows ?? [];
  const nameOf = (code: string): string => rows.find(one => one.code === code)?.name ?? code;
  return { rows, nameOf };
}
