import type { ScaleForm } from '#contracts/assessments/scales.ts';

/** A FHIR resource as JSON; FHIR's own schemas decide its shape. */
export type Resource = { resourceType: string; [field: string]: unknown };

/** Our own code systems: the LOINC codes of these scales are not certain, so none is claimed. */
export const SCALE_SYSTEM = 'urn:yinian:scale';
export const ELDER_SYSTEM = 'urn:yinian:elder';
export const AREA_EXTENSION = 'urn:yinian:area-code';
export const ORDINAL = 'http://hl7.org/fhir/StructureDefinition/ordinalValue';
export const SURVEY = {
  coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'survey', display: 'Survey' }],
};

export const canonicalOf = (form: Pick<ScaleForm, 'id' | 'version'>): string =>
  `urn:yinian:questionnaire:${form.id}${form.version ? `|${form.version}` : ''}`;

export const patientOf = (elderId: string) => ({ reference: `Patient/${elderId}`, type: 'Patient' });

export const codeOf = (code: string, text: string) => ({
  coding: [{ system: SCALE_SYSTEM, code, display: text }],
  text,
});

/** A searchset; `_count` limits the entries, the total stays the number of matches. */
export function bundleOf(resources: readonly Resource[], count: number): Resource {
  return {
    resourceType: 'Bundle',
    type: 'searchset',
    total: resources.length,
    entry: resources.slice(0, count).map(resource => ({
      fullUrl: `urn:uuid:${resource.id}`,
      resource,
      search: { mode: 'match' },
    })),
  };
}
