import type { Resource } from './vocabulary.ts';

const search = (...names: string[]) => ({
  interaction: [{ code: 'search-type' }],
  searchParam: names.map(name => ({ name, type: name === 'patient' ? 'reference' : 'token' })),
});

/** What can be read here; nothing can be written. `date` is the day this statement last changed, not today. */
export const capabilityStatement: Resource = {
  resourceType: 'CapabilityStatement',
  status: 'active',
  date: '2026-11-22',
  kind: 'instance',
  fhirVersion: '4.0.1',
  format: ['application/fhir+json'],
  software: { name: '颐年 Yinian' },
  implementation: { description: '颐年 FHIR R4 只读接口：老人、量表、评估答案、评估结果' },
  rest: [
    {
      mode: 'server',
      security: { description: '用本系统的登录；按岗位和辖区的行规则只读得到自己该看的人，每次读都有审计' },
      resource: [
        { type: 'Patient', interaction: [{ code: 'read' }] },
        { type: 'Questionnaire', interaction: [{ code: 'read' }] },
        { type: 'QuestionnaireResponse', ...search('patient', 'questionnaire') },
        { type: 'Observation', ...search('patient', 'code') },
      ],
    },
  ],
};
