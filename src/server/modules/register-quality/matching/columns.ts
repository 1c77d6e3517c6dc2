/** How a field is compared: words may be misspelt, digits mistyped, a date half wrong; a code is right or wrong. */
export const FIELD_KINDS = ['text', 'digits', 'date', 'code'] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];

/** One field of all records: each distinct value once, a record points to it; 0 stands for “not given”. */
export type Column = {
  readonly name: string;
  readonly kind: FieldKind;
  readonly codes: Int32Array;
  readonly values: readonly string[];
  /** How often each value occurs, by code. */
  readonly counts: Int32Array;
  /** Records that give a value. */
  readonly given: number;
};

export type Columns = { readonly size: number; readonly columns: readonly Column[] };

/** Collects one field record by record; call `close` once at the end. */
export class ColumnBuilder {
  readonly #codeOf = new Map<string, number>();
  readonly #values: string[] = [''];
  readonly #counts: number[] = [0];
  readonly #codes: number[] = [];
  readonly name: string;
  readonly kind: FieldKind;

  constructor(name: string, kind: FieldKind) {
    this.name = name;
    this.kind = kind;
  }

  add(raw: string | null | undefined): void {
    const value = tidy(this.kind, raw ?? '');
    const code = value === '' ? 0 : (this.#codeOf.get(value) ?? this.#new(value));
    this.#counts[code] = (this.#counts[code] ?? 0) + 1;
    this.#codes.push(code);
  }

  #new(value: string): number {
    const code = this.#values.length;
    this.#codeOf.set(value, code);
    this.#values.push(value);
    this.#counts.push(0);
    return code;
  }

  close(): Column {
    const counts = Int32Array.from(this.#counts);
    return {
      name: this.name,
      kind: this.kind,
      codes: Int32Array.from(this.#codes),
      values: this.#values,
      counts,
      given: this.#codes.length - (counts[0] ?? 0),
    };
  }
}

/** A code given as a number, nearly each of its own (blind indexes): told apart by sorting, without a table of values. */
export class NumberedColumnBuilder {
  #keys = new Float64Array(1024);
  #size = 0;
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }

  /** A positive whole number below 2^53; 0 = not given. */
  add(key: number): void {
    if (this.#size === this.#keys.length) {
      const more = new Float64Array(this.#size * 2);
      more.set(this.#keys);
      this.#keys = more;
    }
    this.#keys[this.#size++] = key;
  }

  close(): Column {
    const keys = this.#keys.subarray(0, this.#size);
    const distinct = Float64Array.from(keys).sort();
    let last = 0;
    for (const key of distinct) if (key !== 0 && key !== distinct[last - 1]) distinct[last++] = key;
    const codes = Int32Array.from(keys, key => (key === 0 ? 0 : placeIn(distinct, last, key) + 1));
    const counts = new Int32Array(last + 1);
    for (const code of codes) counts[code] = (counts[code] ?? 0) + 1;
    return { name: this.name, kind: 'code', codes, values: [], counts, given: codes.length - (counts[0] ?? 0) };
  }
}

function placeIn(sorted: Float64Array, size: number, key: number): number {
  let [from, to] = [0, size];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((sorted[middle] as number) < key) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** The form two spellings of one value share: half-width, lower case, no blanks or points; digits and dates bare. */
export function tidy(kind: FieldKind, raw: string): string {
  const plain = raw.normalize('NFKC').trim().toLowerCase();
  if (kind === 'digits') return plain.replace(/[^0-9x]/g, '');
  if (kind === 'date') return plain.replace(/[^0-9]/g, '');
  return plain.replace(/[\s·•.,，。、'’“”"()（）_-]+/g, '');
}

/** What kind a field is, judged by what stands in it; used where the sender has not said. */
export function guessKind(name: string, sample: readonly string[]): FieldKind {
  const given = sample.filter(value => value.trim() !== '');
  const share = (test: RegExp) => given.filter(value => test.test(value.trim())).length / Math.max(1, given.length);
  if (/birth|dob|出生|日期/i.test(name) || share(/^(19|20)\d{2}[-/.年]?\d{1,2}[-/.月]?\d{1,2}日?$/) > 0.9)
    return 'date';
  if (share(/^[\d\s-]{4,}[xX]?$/) > 0.9) return 'digits';
  const distinct = new Set(given.map(value => value.trim())).size;
  return distinct <= 60 && distinct * 20 < given.length ? 'code' : 'text';
}
