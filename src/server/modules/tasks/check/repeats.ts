import { type Check, checkOf } from './check.ts';
import { isGeneric, type Statement, sameSubject, sameWords, unitClass } from './statements.ts';

const bothAndDifferent = (a: string | null, b: string | null): boolean => a !== null && b !== null && a !== b;

/** Two rows are about the same work where they share a target. */
function related(a: Statement, b: Statement, all: readonly Statement[]): boolean {
  const aims = (row: number): Statement[] => all.filter(one => one.row === row && one.fact.role === 'target');
  return aims(a.row).some(left => aims(b.row).some(right => sameSubject(left.subject, right.subject)));
}

function sameStatement(a: Statement, b: Statement, all: readonly Statement[]): boolean {
  if (a.row === b.row || a.fact.part !== b.fact.part || unitClass(a.fact.unit) !== unitClass(b.fact.unit)) return false;
  if (a.state !== b.state || a.fact.role !== b.fact.role) return false;
  if (bothAndDifferent(a.fact.asOf, b.fact.asOf) || bothAndDifferent(a.fact.period, b.fact.period)) return false;
  if (bothAndDifferent(a.fact.deadline, b.fact.deadline)) return false;
  if (isGeneric(a.subject) || isGeneric(b.subject)) return sameWords(a.words, b.words) && related(a, b, all);
  if (a.state === 'stage' && a.fact.part === 'progress') return sameWords(a.words, b.words);
  return sameSubject(a.subject, b.subject);
}

/** Statements of one kind that are compared with each other; a real table has a few dozen. */
const MOST = 500;

/** One indicator reported in two rows must have one value; years and days that differ are never compared. */
export function findRepeats(all: readonly Statement[]): Check[] {
  const checks: Check[] = [];
  const seen = new Map<string, Statement[]>();
  for (const later of all) {
    const key = `${unitClass(later.fact.unit)} ${later.fact.part} ${later.state}`;
    const before = seen.get(key) ?? [];
    const earlier = before.find(one => sameStatement(one, later, all));
    if (before.length < MOST) before.push(later);
    seen.set(key, before);
    if (!earlier) continue;
    const ok = earlier.fact.value === later.fact.value;
    checks.push(
      checkOf('repeat', [earlier, later], {
        description: `第${earlier.row}行写${earlier.fact.value}${earlier.fact.unit}，第${later.row}行写${later.fact.value}${later.fact.unit}，${ok ? '一致' : '同一指标不一致'}`,
        expected: earlier.fact.value,
        actual: later.fact.value,
        ok,
      }),
    );
  }
  return checks;
}
