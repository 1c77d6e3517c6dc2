import { allow } from '#platform/http/serve.ts';

export const everybody = allow('不用登录：抽查种子公开，便于复算', []);
export const readInspections = allow('监管检查人员办，审计和市、区民政看本辖区的抽查', [
  'regulator',
  'auditor',
  'city',
  'district',
]);
export const inspect = allow('监管检查人员抽查、核实和更正', ['regulator']);
