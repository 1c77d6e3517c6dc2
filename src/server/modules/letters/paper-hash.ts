import { createHash } from 'node:crypto';
import type { LetterPaper } from '#contracts/letters.ts';
import { canonicalJson } from '#platform/service-log/canonical.ts';

/** SM3 of the paper in its canonical form: the same paper gives the same 64 digits whatever the order of its keys. */
export const paperHash = (paper: LetterPaper): string => createHash('sm3').update(canonicalJson(paper)).digest('hex');
