import type { Determination, PersonResult } from '#contracts/benefits/determination.ts';
import { SCHEMES, type Scheme } from '#contracts/benefits/schemes.ts';
import type { Law } from '../law/compile.ts';
import { type FieldProblem, readFacts } from '../law/read-facts.ts';
import { dateNumber, monthOfDate, monthText } from '../rules/civil-numbers.ts';
import type { Facts } from '../rules/facts.ts';
import { decide } from './decide.ts';
import { nearestYes } from './nearest-yes.ts';
import { explainReasons, reasonsOf } from './reasons.ts';

type Row = Record<string, unknown>;

/** All schemes for one person (parsed JSON) in the month of `law`, or the problems of the row. */
export function determine(row: unknown, law: Law, explain = false): PersonResult | { problems: FieldProblem[] } {
  const read = readFacts(row);
  if ('problems' in read) return read;
  const person = row as Row;
  const results = SCHEMES.map(scheme => determineScheme({ scheme, row: person, facts: read.facts, law }, explain));
  return { id: person.id as string, results };
}

type Question = { scheme: Scheme; row: Row; facts: Facts; law: Law };

function determineScheme(question: Question, explain: boolean): Determination {
  const { scheme, row, facts, law } = question;
  const decision = decide(scheme, facts, law);
  const paid = decision.amountFen > 0;
  const reasons = reasonsOf({ ...question, decision });
  return {
    scheme,
    amountFen: decision.amountFen,
    from: paid ? monthText(decision.from) : null,
    paidBy: paid ? payingDistrict(row, law) : null,
    reasons: explain ? explainReasons(reasons, scheme, law) : reasons,
    nearestYes: paid ? null : nearestYes({ scheme, facts, law, decision }),
  };
}

/** 户籍 pays; after a move between districts the old one up to and including the month of the transfer (160号八). */
function payingDistrict(row: Row, law: Law): string | null {
  const transferred = typeof row.hukouTransferredOn === 'string' ? dateNumber(row.hukouTransferredOn) : 0;
  const old = row.previousHukouDistrict;
  if (transferred > 0 && law.month <= monthOfDate(transferred) && typeof old === 'string') return old;
  return typeof row.hukouDistrict === 'string' ? row.hukouDistrict : null;
}
