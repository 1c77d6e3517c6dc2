import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Id } from './nouns.ts';

/** HL7 FHIR R4 (4.0.1), read only. Answers are application/fhir+json; the shapes are FHIR's, so they are not modelled here. */
const Resource = z.any();

/** `Patient/<id>` or the bare id, as FHIR search parameters of type reference allow both. */
const PatientReference = z
  .string({ error: '请给出 patient（老人编号）' })
  .transform(text => text.replace(/^Patient\//, ''))
  .pipe(Id);
const Count = z.coerce.number().int().min(0).max(200).default(50);

export const readCapability = endpoint({
  method: 'GET',
  path: '/api/fhir/metadata',
  summary: 'FHIR R4 能力声明：能读哪些资源、按什么查',
  response: Resource,
  public: true,
  raw: 'response',
});

export const readPatient = endpoint({
  method: 'GET',
  path: '/api/fhir/Patient/:id',
  summary: 'FHIR Patient：一位老人（不含证件号、电话、门牌）',
  params: z.object({ id: Id }),
  response: Resource,
  raw: 'response',
});

export const readQuestionnaire = endpoint({
  method: 'GET',
  path: '/api/fhir/Questionnaire/:id',
  summary: 'FHIR Questionnaire：一份量表',
  params: z.object({ id: z.string().max(64) }),
  response: Resource,
  raw: 'response',
});

export const searchQuestionnaireResponses = endpoint({
  method: 'GET',
  path: '/api/fhir/QuestionnaireResponse',
  summary: 'FHIR QuestionnaireResponse：一位老人已公布的评估和其他量表的答案',
  query: z.object({ patient: PatientReference, questionnaire: z.string().max(200).optional(), _count: Count }),
  holds: 'health',
  response: Resource,
  raw: 'response',
});

export const searchObservations = endpoint({
  method: 'GET',
  path: '/api/fhir/Observation',
  summary: 'FHIR Observation：一位老人各量表的分数和等级',
  query: z.object({ patient: PatientReference, code: z.string().max(200).optional(), _count: Count }),
  holds: 'health',
  response: Resource,
  raw: 'response',
});
