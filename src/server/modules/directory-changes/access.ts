import { OFFICIALS } from '#contracts/roles.ts';
import { allow } from '#platform/http/serve.ts';

export const readChanges = allow('各级民政人员、监管、审计和机构看名录的变动和来源', [
  ...OFFICIALS,
  ...(['centre', 'institution', 'station', 'meal-point', 'provider', 'regulator', 'auditor'] as const),
]);
