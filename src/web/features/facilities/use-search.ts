import { useSearchParams } from 'react-router';
import { searchPlaces } from '#contracts/public-facilities.ts';
import { usePagesOf, useQueryOf } from '../../api.ts';
import { kindOf } from './place-words.ts';

export const WITHIN_METRES = 3000;

/** The public search as it stands in the URL: what, where, within what distance, which wishes. */
export function useSearch() {
  const [params, setParams] = useSearchParams();
  const value = (name: string) => params.get(name) ?? '';
  const kind = kindOf(value('kind'));
  const placed = Boolean(value('near') || value('longitude'));
  const wide = value('within') === 'all' || !placed;
  const wishes = {
    near: value('near'),
    longitude: value('longitude'),
    latitude: value('latitude'),
    q: value('q'),
    freeBeds: value('free') ? 'true' : '',
    ownership: value('own'),
    maxFen: value('max'),
    withinMetres: wide ? '' : String(WITHIN_METRES),
  };
  // Empty wishes are left out; the server reads what is there, so texts are as good as numbers here.
  const given = Object.fromEntries(Object.entries(wishes).filter(([, v]) => v !== ''));
  const change = (next: Readonly<Record<string, string>>) =>
    setParams(
      before => {
        const merged = new URLSearchParams(before);
        for (const [name, v] of Object.entries(next)) v ? merged.set(name, v) : merged.delete(name);
        return merged;
      },
      { replace: true, preventScrollReset: true },
    );
  return { kind, placed, wide, value, given, change };
}

/** The list of the chosen kind, page by page. */
export function usePlaces() {
  const { kind, given } = useSearch();
  return usePagesOf(searchPlaces, { query: { ...given, kind, limit: 20 } as never });
}

/** How many of every kind, and the point that distances are counted from. */
export function usePlaceCounts() {
  const { given } = useSearch();
  return useQueryOf(searchPlaces, { query: { ...given, limit: 1 } as never });
}
