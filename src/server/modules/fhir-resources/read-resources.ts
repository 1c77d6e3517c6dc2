import type { ScaleForm } from '#contracts/assessments/scales.ts';
import { DomainError } from '#contracts/errors.ts';
import { findFormId, loadScaleForm } from '#modules/assessments/index.ts';
import { refuseClosed } from '#modules/consents/index.ts';
import type { Context } from '#platform/http/context.ts';
import type { FileAnswer } from '#platform/http/serve.ts';
import { findPerson, listAbilityResults, listFillings } from './db.ts';
import { abilityObservations, fillingObservations } from './observations.ts';
import { patientResource } from './patient.ts';
import { questionnaireResource } from './questionnaire.ts';
import { responseResource } from './responses.ts';
import { bundleOf, canonicalOf, type Resource, SCALE_SYSTEM } from './vocabulary.ts';

/** FHIR's media type; without a file name, so that a client reads it instead of saving it. */
export const fhirAnswer = (resource: Resource): FileAnswer => ({
  fileName: '',
  mediaType: 'application/fhir+json; charset=utf-8',
  content: Buffer.from(JSON.stringify(resource)),
});

async function getPerson(ctx: Context, id: string) {
  const person = await findPerson(ctx, id);
  if (!person) throw new DomainError('platform.not-found', '没有找到这位老人，或不在您的辖区');
  ctx.saw(id);
  return person;
}

export async function readPatient(ctx: Context, id: string): Promise<FileAnswer> {
  return fhirAnswer(patientResource(await getPerson(ctx, id)));
}

export async function readQuestionnaire(id: string): Promise<FileAnswer> {
  return fhirAnswer(questionnaireResource(formOf(id)));
}

function formOf(id: string): ScaleForm {
  const found = findFormId(id);
  if (!found) throw new DomainError('platform.not-found', `没有量表 ${id}`);
  return loadScaleForm(found);
}

type Search = { patient: string; _count: number };

/** Published assessments and other filled forms of one person, newest first. */
export async function searchResponses(ctx: Context, query: Search & { questionnaire?: string | undefined }) {
  await getPerson(ctx, query.patient);
  await refuseClosed(ctx, query.patient, 'health');
  const assessments = await listAbilityResults(ctx, query.patient);
  const fillings = await listFillings(ctx, query.patient);
  const resources = [
    ...assessments.flatMap(row =>
      row.answers
        ? [
            responseResource({
              ...{ id: row.assessment_id, elderId: row.elder_id, form: formOf(row.scale), answers: row.answers },
              ...{ on: row.assessed_on, authors: row.assessors.map(each => each.name) },
            }),
          ]
        : [],
    ),
    ...fillings.map(row =>
      responseResource({
        ...{ id: row.filling_id, elderId: row.elder_id, form: formOf(row.form), answers: row.answers },
        ...{ on: row.filled_on, authors: [row.filled_by_name] },
      }),
    ),
  ];
  const wanted = query.questionnaire;
  const matches = resources.filter(each => !wanted || isVersionOf(String(each.questionnaire), wanted));
  return fhirAnswer(bundleOf(matches, query._count));
}

/** A canonical without version matches every version; the bare id of the form does too. */
const isVersionOf = (canonical: string, wanted: string): boolean =>
  canonical === wanted ||
  canonical.split('|')[0] === wanted ||
  canonical.split('|')[0] === canonicalOf({ id: wanted, version: null });

/** Scores and levels of one person, newest first. `code` is a token: `code` or `system|code`. */
export async function searchObservations(ctx: Context, query: Search & { code?: string | undefined }) {
  await getPerson(ctx, query.patient);
  await refuseClosed(ctx, query.patient, 'health');
  const assessments = await listAbilityResults(ctx, query.patient);
  const fillings = await listFillings(ctx, query.patient);
  const resources = [
    ...assessments.flatMap(row => abilityObservations(formOf(row.scale), row)),
    ...fillings.flatMap(row => fillingObservations(formOf(row.form), row)),
  ];
  const wanted = query.code?.replace(`${SCALE_SYSTEM}|`, '');
  const matches = resources.filter(each => !wanted || codeOf(each) === wanted);
  return fhirAnswer(bundleOf(matches, query._count));
}

const codeOf = (resource: Resource): string | undefined =>
  (resource.code as { coding: { code: string }[] }).coding[0]?.code;
