import { OFFICIALS } from '#contracts/roles.ts';
import { allow } from '#platform/http/serve.ts';

export const readConsents = allow('本辖区的民政人员和监管、审计，以及老人本人和家属，看同意了什么', [
  ...OFFICIALS,
  'regulator',
  'auditor',
  'elder',
  'family',
]);
export const decideConsents = allow('老人本人、家属，或本辖区的民政人员凭依据代办', [...OFFICIALS, 'elder', 'family']);
