/** Share of a month's results that is assessed blind once more when nothing else is said (no document gives one). */
export const BLIND_SHARE = { value: 0.05, confidence: 'designDefault' } as const;

/**
 * Draws `size` ids: sorted by the hash of seed and id, so that whoever has the seed and the list draws the same ones.
 * `hash` is SHA-256 hex; it is handed in because rules import nothing of the platform.
 */
export function drawSample(
  ids: readonly string[],
  draw: { size: number; seed: string; hash: (text: string) => string },
): string[] {
  const keyed = ids.map(id => ({ id, key: draw.hash(`${draw.seed}:${id}`) }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return keyed.slice(0, draw.size).map(each => each.id);
}

/** At least one of a list that is not empty. */
export const defaultSize = (population: number): number =>
  population === 0 ? 0 : Math.max(1, Math.ceil(population * BLIND_SHARE.value));
