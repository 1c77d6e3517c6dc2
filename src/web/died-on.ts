import { readElder } from '#contracts/elders/record.ts';
import { useQueryOf } from './api.ts';

/**
 * For the panels of a person's record: the day of death, null while the person lives. Nothing new is applied for in the
 * name of the dead. The page has asked for the record already; this is the same answer.
 */
export function useDiedOn(elderId: string): string | null {
  return useQueryOf(readElder, { params: { id: elderId } }).data?.elder.diedOn ?? null;
}
