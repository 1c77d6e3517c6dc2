import { DISABILITY_KINDS, ECONOMIC_CLASSES } from '#contracts/benefits/schemes.ts';
import type { CopiedRows } from '#platform/database/copy-out.ts';
import { type DateNumber, dateNumber } from '../rules/civil-numbers.ts';
import { disabilityBit, type Facts, noFacts } from '../rules/facts.ts';
import type { PersonLine } from './person-line.ts';

const [TAB, END, BACKSLASH, DASH, SPACE, COMMA, ZERO] = [9, 10, 92, 45, 32, 44, 48] as const;
const SIGN = (text: string): number => text.charCodeAt(0);
const [YES, NONE, HARDSHIP, CARE] = [SIGN('t'), SIGN('n'), SIGN('h'), SIGN('c')];
const NO_LIST = '[]'.length;

/** Schemes applied for, open or granted, as bits: 1 hardship, 2 care, 4 advanced age. */
export type ReadRow = { facts: Facts; applied: number };
export const newRow = (): ReadRow => ({ facts: noFacts(), applied: 0 });

/** Reads the numbers of one row where they stand, field after field; nearly nobody needs a text. */
class Fields {
  readonly #bytes: Buffer;
  #at: number;

  constructor({ bytes, starts }: CopiedRows, row: number) {
    this.#bytes = bytes;
    this.#at = starts[row] as number;
  }

  #sign(): number {
    return this.#bytes[this.#at] as number;
  }

  /** Beyond the end of the field. */
  skip(fields = 1): void {
    for (let field = 0; field < fields; field++) {
      while (this.#sign() !== TAB && this.#sign() !== END) this.#at++;
      this.#at++;
    }
  }

  /** True beyond a NULL. */
  isNull(): boolean {
    if (this.#sign() !== BACKSLASH || this.#bytes[this.#at + 1] !== SIGN('N')) return false;
    this.#at += 3;
    return true;
  }

  flag(): number {
    const yes = this.#sign() === YES ? 1 : 0;
    this.skip();
    return yes;
  }

  /** 0 none, −1 out of shape. */
  date(): DateNumber {
    if (this.isNull()) return 0;
    const date = this.#digits();
    this.skip();
    return date;
  }

  /** A day in the usual shape; what stands behind it is the caller's. */
  #digits(): DateNumber {
    const [bytes, at] = [this.#bytes, this.#at];
    if (bytes[at + 4] !== DASH || bytes[at + 7] !== DASH) return -1;
    let number = 0;
    for (let digit = 0; digit < 10; digit++)
      if (digit !== 4 && digit !== 7) number = number * 10 + (bytes[at + digit] as number) - ZERO;
    const behind = bytes[at + 10] as number;
    const ends = behind === TAB || behind === END || behind === SPACE;
    return ends && number >= FIRST_DAY && number <= LAST_DAY ? number : -1;
  }

  /** −1 for NULL. */
  digit(): number {
    if (this.isNull()) return -1;
    const digit = this.#sign() - ZERO;
    this.skip();
    return digit;
  }

  economicClass(): number {
    if (this.#sign() === NONE) {
      this.skip();
      return 0;
    }
    return (ECONOMIC_CLASSES as readonly string[]).indexOf(this.#text());
  }

  disabilities(): number {
    const ends = this.#bytes[this.#at + NO_LIST] as number;
    if (ends === TAB) {
      this.#at += NO_LIST + 1;
      return 0;
    }
    return bitsOf(this.#text());
  }

  /** `care 2025-06-01 true,…`: the days of granted ones into `row.facts`. */
  applications(row: ReadRow): void {
    row.applied = 0;
    if (this.isNull()) return;
    while (this.#sign() !== TAB && this.#sign() !== END) {
      const scheme = this.#sign();
      while (this.#sign() !== SPACE) this.#at++;
      this.#at++;
      const day = this.#digits();
      while (this.#sign() !== SPACE) this.#at++;
      const granted = this.#bytes[this.#at + 1] === YES;
      while (this.#sign() !== COMMA && this.#sign() !== TAB && this.#sign() !== END) this.#at++;
      if (this.#sign() === COMMA) this.#at++;
      row.applied |= scheme === HARDSHIP ? 1 : scheme === CARE ? 2 : 4;
      if (!granted) continue;
      if (scheme === HARDSHIP) row.facts.appliedHardship = day;
      else if (scheme === CARE) row.facts.appliedCare = day;
      else row.facts.appliedAdvancedAge = day;
    }
  }

  #text(): string {
    const from = this.#at;
    this.skip();
    return this.#bytes.toString('utf8', from, this.#at - 1);
  }
}

const FIRST_DAY = dateNumber('1800-01-01');
const LAST_DAY = dateNumber('2999-12-31');
const bitsByText = new Map<string, number>();

/** NaN where a kind or grade is unknown. */
function bitsOf(json: string): number {
  const known = bitsByText.get(json);
  if (known !== undefined) return known;
  let bits = 0;
  for (const { kind, grade } of JSON.parse(json) as { kind: string; grade: number }[]) {
    const at = (DISABILITY_KINDS as readonly string[]).indexOf(kind);
    if (at < 0 || !(grade >= 1 && grade <= 4)) return Number.NaN;
    bits |= disabilityBit(at, grade);
  }
  bitsByText.set(json, bits);
  return bits;
}

/**
 * The facts of the usual person as numbers, into `into`; false for a record that needs the careful reader (other benefits,
 * dates by scheme, anything out of shape). The order of the fields is that of peopleSql.
 */
export function readRow(page: CopiedRows, row: number, into: ReadRow): boolean {
  const fields = new Fields(page, row);
  const { facts } = into;
  fields.skip(3);
  facts.bornOn = fields.date();
  facts.hukouInBeijing = fields.flag();
  facts.hukouLeftOn = fields.date();
  facts.economicClass = fields.economicClass();
  facts.familyPlanningSpecial = fields.flag();
  facts.disabilities = fields.disabilities();
  facts.multipleDisability = fields.flag();
  facts.diedOn = fields.date();
  const level = fields.digit();
  const assessed = fields.digit();
  facts.abilityLevel = assessed >= 0 ? assessed : level;
  facts.abilityAssessedOn = fields.date();
  if (!fields.isNull()) return false;
  facts.imprisonedOn = fields.date();
  facts.releasedOn = fields.date();
  facts.declaredMissingOn = fields.date();
  if (!fields.isNull()) return false;
  facts.appliedHardship = facts.appliedCare = facts.appliedAdvancedAge = 0;
  fields.applications(into);
  return isUsual(facts);
}

const isUsual = (facts: Facts): boolean =>
  facts.bornOn > 0 &&
  facts.economicClass >= 0 &&
  !Number.isNaN(facts.disabilities) &&
  Math.min(facts.hukouLeftOn, facts.diedOn, facts.abilityAssessedOn, facts.imprisonedOn) >= 0 &&
  Math.min(facts.releasedOn, facts.declaredMissingOn) >= 0 &&
  Math.min(facts.appliedHardship, facts.appliedCare, facts.appliedAdvancedAge) >= 0 &&
  !(facts.diedOn !== 0 && facts.diedOn < facts.bornOn);

/** Facts of their own of one person; undefined where the careful reader is needed. */
export function factsOf({ page, row }: PersonLine): Facts | undefined {
  const read = newRow();
  return readRow(page, row, read) ? read.facts : undefined;
}
