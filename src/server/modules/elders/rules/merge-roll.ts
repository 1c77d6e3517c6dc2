import { inOrder, type Roll, type Seated } from './make-roll.ts';
import { packSeats, unpackSeats } from './postings.ts';

type Place = { areaCode: string; name: string; elderId: string };
export type OldRoll = Pick<Roll, 'elderIds' | 'people'>;

/**
 * Seats newcomers in a roll that stands: everybody keeps the one order and whoever sits behind a newcomer moves up, so
 * that nobody's grams are made again. `places` names each old seat; undefined = its person has left the roll (a gap),
 * which keeps a seat but no order.
 */
export function startMerge(streetCode: string, old: OldRoll, places: readonly (Place | undefined)[]) {
  const ids: string[] = [];
  const seatOf = new Uint32Array(places.length);
  const fresh = new Map<string, number[]>();
  let at = 0;
  let people = old.people;
  const keepSeat = () => {
    seatOf[at] = ids.push(old.elderIds.toString('hex', at * 16, at * 16 + 16)) - 1;
    at++;
  };
  return {
    /** In the one order. */
    add({ alive, grams, ...place }: Place & Seated): void {
      while (at < places.length && isBefore(places[at], place)) keepSeat();
      const seat = ids.push(place.elderId.replaceAll('-', '')) - 1;
      if (alive) people++;
      for (const gram of grams) {
        const seats = fresh.get(gram);
        if (seats) seats.push(seat);
        else fresh.set(gram, [seat]);
      }
    },
    /** The merged roll, and where each old seat is now. */
    finish(postings: Iterable<{ gram: string; seats: Buffer }>): { roll: Roll; seatOf: Uint32Array } {
      while (at < places.length) keepSeat();
      const merged: [string, Buffer][] = [];
      for (const { gram, seats } of postings) {
        const moved = unpackSeats(seats).map(seat => seatOf[seat] ?? 0);
        merged.push([gram, packSeats(unite(moved, fresh.get(gram) ?? []))]);
        fresh.delete(gram);
      }
      for (const [gram, seats] of fresh) merged.push([gram, packSeats(seats)]);
      return { seatOf, roll: { streetCode, people, elderIds: Buffer.from(ids.join(''), 'hex'), postings: merged } };
    },
  };
}

const isBefore = (old: Place | undefined, newcomer: Place): boolean => old === undefined || inOrder(old, newcomer) < 0;

/** Two ascending lists without a seat in common. */
function unite(a: readonly number[], b: readonly number[]): readonly number[] {
  if (b.length === 0) return a;
  const all: number[] = [];
  let i = 0;
  for (const seat of b) {
    while (i < a.length && (a[i] as number) < seat) all.push(a[i++] as number);
    all.push(seat);
  }
  while (i < a.length) all.push(a[i++] as number);
  return all;
}
