/** Where each number was met first. Open addressing in two flat arrays: a million numbers take 25 MB, a Map four times that. */
export type FirstRows = {
  /** Answers the row in which the number was met before; else notes this one. */
  meet: (number: number, row: number) => number | undefined;
};

const FULL = 0.6;

export function firstRows(): FirstRows {
  let numbers = new Float64Array(1 << 14);
  let rows = new Uint32Array(1 << 14);
  let count = 0;

  const slotOf = (number: number): number => {
    const mask = numbers.length - 1;
    let slot = Math.imul((number ^ (number / 4_294_967_296)) | 0, 0x9e3779b1) >>> 0;
    slot = (slot ^ (slot >>> 15)) & mask;
    while (rows[slot] !== 0 && numbers[slot] !== number) slot = (slot + 1) & mask;
    return slot;
  };

  const grow = () => {
    const [oldNumbers, oldRows] = [numbers, rows];
    numbers = new Float64Array(oldNumbers.length * 2);
    rows = new Uint32Array(oldRows.length * 2);
    for (let i = 0; i < oldRows.length; i++) {
      const row = oldRows[i] ?? 0;
      if (row === 0) continue;
      const slot = slotOf(oldNumbers[i] ?? 0);
      numbers[slot] = oldNumbers[i] ?? 0;
      rows[slot] = row;
    }
  };

  return {
    meet: (number, row) => {
      if (count > numbers.length * FULL) grow();
      const slot = slotOf(number);
      const before = rows[slot];
      if (before) return before;
      numbers[slot] = number;
      rows[slot] = row;
      count++;
      return undefined;
    },
  };
}
