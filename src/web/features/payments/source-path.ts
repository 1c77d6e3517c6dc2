import type { Payable } from '#contracts/payments/payables.ts';
import { fill } from '../../paths.ts';

/** The page of the decision that a payable comes from. */
export function sourcePath({ kind, id }: Payable['source']): string | null {
  if (kind === 'relief-application') return fill('/desk/relief/applications/:id', { id });
  if (kind === 'funeral-claim') return fill('/desk/benefits/funerals/:id', { id });
  if (kind === 'subsidy-statement') return fill('/desk/subsidies/statements/:id', { id });
  if (kind === 'voucher-statement') return '/desk/voucher-redemptions';
  return null;
}
