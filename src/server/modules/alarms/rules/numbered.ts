import { readRecordNumber } from '#shared/record-number.ts';

type Asked = { from?: string | undefined; to?: string | undefined; number?: string | undefined };

/** First and last day and the tail of an id for a list; a number is a day and a tail, and what is none matches no id. */
export function numbered(asked: Asked): [from: string | null, to: string | null, tail: string | null] {
  if (asked.number === undefined) return [asked.from ?? null, asked.to ?? null, null];
  const number = readRecordNumber(asked.number);
  return number?.kind === 'GJ' ? [number.on, number.on, number.tail] : [null, null, '-'];
}
