import type { Determination, PersonResult, Reason } from '#contracts/benefits/determination.ts';

/** The end of a reason's JSON; one per shared parameter object, so the law is turned to text once a month. */
const reasonTails = new WeakMap<Reason['parameter'], string>();

/**
 * The JSON line of one person, equal to JSON.stringify (a test compares) at a third of its cost: the parts that repeat
 * for millions of people are kept as text.
 */
export function writePersonResult(result: PersonResult): string {
  let text = `{"id":${JSON.stringify(result.id)},"results":[`;
  for (let at = 0; at < result.results.length; at++) {
    const each = result.results[at];
    if (each) text += at === 0 ? writeDetermination(each) : `,${writeDetermination(each)}`;
  }
  return `${text}]}`;
}

function writeDetermination(result: Determination): string {
  const { scheme, amountFen, from, paidBy, reasons, nearestYes } = result;
  let text = `{"scheme":"${scheme}","amountFen":${amountFen},"from":${from === null ? 'null' : `"${from}"`}`;
  text += `,"paidBy":${paidBy === null ? 'null' : JSON.stringify(paidBy)},"reasons":[`;
  for (let at = 0; at < reasons.length; at++) {
    const reason = reasons[at];
    if (reason) text += at === 0 ? writeReason(reason) : `,${writeReason(reason)}`;
  }
  if (nearestYes === null) return `${text}],"nearestYes":null}`;
  text += `],"nearestYes":{"sentence":"${nearestYes.sentence}","amountFen":${nearestYes.amountFen}`;
  text += `,"from":${nearestYes.from === null ? 'null' : `"${nearestYes.from}"`},"changes":[`;
  for (let at = 0; at < nearestYes.changes.length; at++) {
    const change = nearestYes.changes[at];
    if (!change) continue;
    const { field, value, op } = change;
    text += `${at === 0 ? '' : ','}{"field":"${field}","value":${plain(value)}${op ? `,"op":"${op}"` : ''}}`;
  }
  return `${text}]}}`;
}

function writeReason(reason: Reason): string {
  let text = `{"code":"${reason.code}","input":{`;
  let first = true;
  for (const field in reason.input) {
    text += `${first ? '' : ','}"${field}":${plain(reason.input[field])}`;
    first = false;
  }
  return `${text}},${tailOf(reason)}`;
}

const plain = (value: unknown): string => {
  if (value === null) return 'null';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return JSON.stringify(value);
};

function tailOf(reason: Reason): string {
  const known = reasonTails.get(reason.parameter);
  if (known !== undefined) return known;
  const { parameter, documentNumber, clause } = reason;
  const tail = JSON.stringify({ parameter, documentNumber, clause }).slice(1);
  reasonTails.set(parameter, tail);
  return tail;
}
