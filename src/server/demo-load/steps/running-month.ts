import { determineHere } from '#modules/benefits/bulk/index.ts';
import { areaAt } from '#shared/area-codes.ts';
import { LOGIN_COMMUNITY } from '../plan.ts';
import type { StepContext } from '../step-context.ts';
import { actingAs } from '../step-job.ts';

/** The running month as the login's street determined it this morning: who may have an allowance and never applied is found. */
export const loadRunningMonth = (step: StepContext): Promise<number> =>
  determineHere(actingAs(step, 'street'), {
    month: step.today.slice(0, 7),
    areaCode: areaAt(LOGIN_COMMUNITY, 'street'),
  });
