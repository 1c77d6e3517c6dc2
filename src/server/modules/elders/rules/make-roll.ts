import { packSeats } from './postings.ts';

/** Facts of one person who takes the next seat; `grams` as searchGrams makes them. */
export type Seated = { elderId: string; alive: boolean; grams: readonly string[] };
export type Roll = {
  streetCode: string;
  people: number;
  elderIds: Buffer;
  /** In ascending order of grams. */
  postings: (readonly [gram: string, seats: Buffer])[];
};

/** Makes the roll of one street from its people in their one order (area_code, name, elder_id). Seats are that order. */
export function startRoll(streetCode: string, anybody: string) {
  const ids: string[] = [];
  const seatsOf = new Map<string, number[]>();
  let people = 0;
  return {
    add({ elderId, alive, grams }: Seated): void {
      const seat = ids.push(elderId.replaceAll('-', '')) - 1;
      if (alive) people++;
      for (const gram of grams) {
        // Anybody is everybody of the roll: that needs no list.
        if (gram === anybody) continue;
        const seats = seatsOf.get(gram);
        if (seats) seats.push(seat);
        else seatsOf.set(gram, [seat]);
      }
    },
    finish(): Roll {
      const postings = [...seatsOf].map(([gram, seats]) => [gram, packSeats(seats)] as const);
      return { streetCode, people, elderIds: Buffer.from(ids.join(''), 'hex'), postings };
    },
  };
}

/** Order of COLLATE "C": by bytes of UTF-8, which is not JavaScript's order beyond the basic plane (生僻字). */
export const compareBytes = (a: string, b: string): number =>
  a === b ? 0 : /[\ud800-\udfff]/.test(a + b) ? Buffer.compare(Buffer.from(a), Buffer.from(b)) : a < b ? -1 : 1;

type Place = { areaCode: string; name: string; elderId: string };
/** The one stable order of people. */
export const inOrder = (a: Place, b: Place): number =>
  compareBytes(a.areaCode, b.areaCode) || compareBytes(a.name, b.name) || compareBytes(a.elderId, b.elderId);
