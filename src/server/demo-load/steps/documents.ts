import type { StepContext } from '../step-context.ts';

/**
 * Government documents of the first day. The three texts of data/documents are offered for import on the screen and are
 * not read in here: reading, deciding and breaking them down is what the demo shows.
 */
export async function loadDocuments(_step: StepContext): Promise<number> {
  return 0;
}
