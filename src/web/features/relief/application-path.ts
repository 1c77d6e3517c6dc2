import { isRecognition, type ReliefKind } from '#contracts/relief-lifecycle.ts';
import { fill } from '../../paths.ts';

/** The page of an application, by what was applied for. */
export const applicationPath = ({ id, kind }: { id: string; kind: ReliefKind }): string =>
  fill(isRecognition(kind) ? '/desk/relief/recognitions/:id' : '/desk/relief/applications/:id', { id });
