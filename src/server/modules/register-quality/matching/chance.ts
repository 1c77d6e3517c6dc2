import { DIFFERENT, FAR, LEVELS, MISSING, SAME } from './similarity.ts';

export const WIDTH = LEVELS.length;

/** Each kind of agreement once, and how many pairs agree so. */
export type Kinds = { levels: Uint8Array; counts: Float64Array };

/**
 * Chance of each level of each field among pairs of two persons. Fields hang together: whoever shares a compound was
 * registered at one police station and has a number like the neighbour's, a name tells the sex. So a field may have a
 * parent (−1 none), and `given` holds its chances by the level of the parent: (field × 5 + parent's level) × 5 + level.
 */
export type Chance = { u: Float64Array; parents: Int8Array; given: Float64Array };

/** Pairs of strangers that share a field, and how sure each kind of them is one person (then it tells nothing here). */
export type Seen = { field: number; kinds: Kinds; belief: Float64Array };

/** Each field by itself. */
export function independent(u: Float64Array): Chance {
  const fields = u.length / WIDTH;
  const given = new Float64Array(fields * WIDTH * WIDTH);
  for (let field = 0; field < fields; field++)
    for (let parent = 0; parent < WIDTH; parent++)
      given.set(u.subarray(field * WIDTH, (field + 1) * WIDTH), (field * WIDTH + parent) * WIDTH);
  return { u, parents: new Int8Array(fields).fill(-1), given };
}

/** A dependence is taken up when the pairs seen would be e^12 times rarer without it, and so many of them agree. */
const EVIDENCE = 12;
const AGREEING = 10;

type Edge = { parent: number; child: number; shares: Float64Array; tells: number };

/**
 * The forest of dependences that tells most (Chow and Liu 1968, by what is seen in pairs that share the parent): strongest
 * first, one parent a field, no circle.
 */
export function dependent(u: Float64Array, random: Kinds, seen: readonly Seen[]): Chance {
  const chance = independent(u);
  const edges = seen.flatMap(one => edgesOf(u, one)).sort((a, b) => b.tells - a.tells);
  for (const { parent, child, shares } of edges) {
    if (chance.parents[child] !== -1 || reaches(chance.parents, parent, child)) continue;
    chance.parents[child] = parent;
    fillRows(chance, { child, parent, random });
    chance.given.set(shares, (child * WIDTH + SAME) * WIDTH);
  }
  return chance;
}

const reaches = (parents: Int8Array, from: number, to: number): boolean => {
  for (let at = from; at >= 0; at = parents[at] as number) if (at === to) return true;
  return false;
};

/** What pairs that share `field` have in common in each other field. */
function edgesOf(u: Float64Array, { field, kinds, belief }: Seen): Edge[] {
  const fields = u.length / WIDTH;
  return Array.from({ length: fields }, (_, child) => child).flatMap(child => {
    if (child === field) return [];
    const counts = new Float64Array(WIDTH);
    for (let kind = 0; kind < kinds.counts.length; kind++) {
      const level = kinds.levels[kind * fields + child] as number;
      counts[level] = (counts[level] as number) + (kinds.counts[kind] as number) * (1 - (belief[kind] as number));
    }
    const shares = sharesIn(counts, u.subarray(child * WIDTH, (child + 1) * WIDTH));
    let evidence = 0;
    let tells = 0;
    let agreeing = 0;
    for (let level = DIFFERENT; level < WIDTH; level++) {
      const ratio = Math.log((shares[level] as number) / (u[child * WIDTH + level] as number));
      evidence += (counts[level] as number) * ratio;
      tells += (shares[level] as number) * ratio;
      if (level >= FAR) agreeing += counts[level] as number;
    }
    return evidence >= EVIDENCE && agreeing >= AGREEING ? [{ parent: field, child, shares, tells }] : [];
  });
}

/** A count departs from what chance lets expect when it is further off than this many standard errors, and this many pairs. */
const ERRORS = 3;

/** Shares of the levels as seen, where what is seen departs from what the field shows by itself; else the latter. */
function sharesIn(counts: Float64Array, alone: Float64Array): Float64Array {
  let seen = 0;
  for (let level = DIFFERENT; level < WIDTH; level++) seen += counts[level] as number;
  const shares = Float64Array.from(alone, (share, level) => {
    const count = counts[level] as number;
    const departs = Math.abs(count - seen * share) > ERRORS * Math.sqrt(seen * share) + ERRORS;
    return level !== MISSING && departs ? Math.max(count, 0.5) / seen : share;
  });
  const sum = shares.reduce((all, one) => all + one, 0);
  return shares.map(share => share / sum);
}

/** The rows of a parent that is alike but not the same, or different, from pairs drawn at random. */
function fillRows({ u, given }: Chance, { child, parent, random }: { child: number; parent: number; random: Kinds }) {
  const fields = u.length / WIDTH;
  const counts = new Float64Array(WIDTH * WIDTH);
  for (let kind = 0; kind < random.counts.length; kind++) {
    const row = random.levels[kind * fields + parent] as number;
    const place = row * WIDTH + (random.levels[kind * fields + child] as number);
    counts[place] = (counts[place] as number) + (random.counts[kind] as number);
  }
  const alone = u.subarray(child * WIDTH, (child + 1) * WIDTH);
  for (let row = DIFFERENT; row < SAME; row++)
    given.set(sharesIn(counts.subarray(row * WIDTH, (row + 1) * WIDTH), alone), (child * WIDTH + row) * WIDTH);
}
