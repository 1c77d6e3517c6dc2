import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordFilling } from '#contracts/assessments/fillings.ts';
import { scoreAssessment } from '#contracts/assessments/score.ts';
import * as fhir from '#contracts/fhir.ts';
import { insertAssessments, loadScale } from '#modules/assessments/index.ts';
import { FORM_IDS, loadScaleForm } from '#modules/assessments/scales/load-scale.ts';
import { newId } from '#shared/ids.ts';
import { type Caller, startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import { addElder } from '../../../../tests/support/elders.ts';
import { readResource, type Seen } from '../../../../tests/support/fhir-reader.ts';

const COMMUNITY = '110101001001';
let app: TestApp;
let community: Caller;
let elsewhere: Caller;
let elderId: string;
const assessmentId = newId();

/** What a foreign client does: media type checked, the resource read by FHIR's own rules. */
async function get(who: Caller, endpoint: Parameters<Caller['call']>[0], input: object): Promise<Seen> {
  const answer = await who.call(endpoint, input as never);
  expect(answer.status).toBe(200);
  expect(answer.headers['content-type']).toContain('application/fhir+json');
  expect(answer.headers['content-disposition']).toBeUndefined();
  return readResource(answer.body as Record<string, unknown>);
}

beforeAll(async () => {
  app = await startTestApp();
  community = await app.as({ role: 'community', areaCode: COMMUNITY });
  elsewhere = await app.as({ role: 'street', areaCode: '110102001000' });
  elderId = await addElder(app.database.admin, { areaCode: COMMUNITY, name: '王秀英' });
  const scale = loadScale('gbt-42195-2022');
  const answers = {
    items: Object.fromEntries(scale.items.map(item => [item.code, Math.min(2, item.max)])),
    ...{ coma: false, diagnoses: ['F03'], riskEvents30Days: 0 },
  };
  const outcome = scoreAssessment(scale, answers);
  if (!outcome.ok) throw new Error('the fixture does not score');
  const mark = {
    accountId: newId(),
    name: '评估员一',
    title: '护士',
    organisation: null,
    medical: true,
    signedAt: null,
  };
  const { score } = outcome;
  await insertAssessments(app.database.admin, [
    {
      ...{ assessmentId, elderId, areaCode: COMMUNITY, reason: '首次评估', status: 'published' },
      ...{ appliedAt: '2025-06-01T01:00:00.000Z', appliedBy: { accountId: newId(), name: '导入' }, visitAt: null },
      ...{ assessors: [mark], answers, score, total: score.total, level: score.level },
      ...{ assessedOn: '2025-06-02', publishedOn: '2025-06-03', validTo: '2026-06-02' },
    },
  ]);
  const ltci = loadScaleForm('ltci-2021');
  const items = Object.fromEntries(ltci.items.map(item => [item.code, item.max]));
  const body = { elderId, form: 'ltci-2021', filledOn: '2025-06-10', answers: { items } };
  expect((await community.call(recordFilling, { body })).status).toBe(200);
});
afterAll(() => app.stop());

describe('FHIR R4 read by a reader that knows only FHIR', () => {
  it('says what it can do without a login', async () => {
    const statement = await get(app.visitor, fhir.readCapability, {});
    expect(statement.body).toMatchObject({ resourceType: 'CapabilityStatement', fhirVersion: '4.0.1' });
  });

  it('reads the person without identity number, telephone and door', async () => {
    const patient = await get(community, fhir.readPatient, { params: { id: elderId } });
    expect(patient.body).toMatchObject({ name: [{ text: '王秀英' }], gender: 'female', birthDate: '1940-03-05' });
    expect(JSON.stringify(patient.body)).not.toMatch(/\d{17}[\dX]|telecom/);
  });

  it('reads every questionnaire of the house', async () => {
    for (const id of FORM_IDS) {
      const questionnaire = await get(community, fhir.readQuestionnaire, { params: { id } });
      expect(questionnaire.body.id).toBe(id);
    }
  });

  it('reads answers whose every item stands in the questionnaire they name', async () => {
    const bundle = await get(community, fhir.searchQuestionnaireResponses, {
      query: { patient: `Patient/${elderId}` },
    });
    expect(bundle.body.total).toBe(2);
    for (const response of bundle.entries) {
      const id = String(response.questionnaire).split('|')[0]?.split(':').at(-1) ?? '';
      const questionnaire = await get(community, fhir.readQuestionnaire, { params: { id } });
      for (const [linkId, codes] of response.answers ?? []) {
        expect(questionnaire.options.has(linkId), `${id} ${linkId}`).toBe(true);
        for (const code of codes) expect(questionnaire.options.get(linkId)).toContain(code);
      }
      expect(response.subject).toBe(`Patient/${elderId}`);
    }
    const one = await get(community, fhir.searchQuestionnaireResponses, {
      query: { patient: elderId, questionnaire: 'urn:yinian:questionnaire:ltci-2021', _count: 0 },
    });
    expect(one.body.total).toBe(1);
    expect(one.entries).toEqual([]);
  });

  it('reads scores and levels that hang together, and what is not certain says so', async () => {
    const bundle = await get(community, fhir.searchObservations, { query: { patient: elderId } });
    const byId = new Map(bundle.entries.map(each => [`Observation/${each.id}`, each]));
    const level = byId.get(`Observation/${assessmentId}-level`);
    expect(level?.body).toMatchObject({ valueCodeableConcept: { text: '重度失能' }, issued: expect.any(String) });
    expect(level?.members).toHaveLength(5);
    const sum = level?.members
      .filter(ref => !ref.endsWith('-total'))
      .reduce((total, ref) => total + Number(byId.get(ref)?.body.valueInteger), 0);
    expect(byId.get(`Observation/${assessmentId}-total`)?.body.valueInteger).toBe(sum);
    expect(level?.derivedFrom).toEqual([`QuestionnaireResponse/${assessmentId}`]);
    const insured = await get(community, fhir.searchObservations, {
      query: { patient: elderId, code: 'urn:yinian:scale|ltci-2021.level' },
    });
    expect(insured.entries.map(each => each.body)).toMatchObject([
      { valueCodeableConcept: { text: '基本正常' }, note: [{ text: '分级办法：凭经验，待核对' }, {}] },
    ]);
  });
});

describe('under row rules and audit', () => {
  it('hides other areas and other families, asks for a login, and writes down whose record was read', async () => {
    for (const [endpoint, input] of [
      [fhir.readPatient, { params: { id: elderId } }],
      [fhir.searchObservations, { query: { patient: elderId } }],
      [fhir.searchQuestionnaireResponses, { query: { patient: elderId } }],
    ] as const) {
      expect((await elsewhere.call(endpoint as never, input as never)).status).toBe(404);
      const other = await addElder(app.database.admin, { areaCode: COMMUNITY });
      const stranger = await app.as({ role: 'family', areaCode: COMMUNITY, elderId: other });
      expect((await stranger.call(endpoint as never, input as never)).status).toBe(404);
      expect((await app.visitor.call(endpoint as never, input as never)).status).toBe(401);
    }
    const provider = await app.as({ role: 'provider', areaCode: COMMUNITY });
    expect((await provider.call(fhir.readPatient, { params: { id: elderId } })).status).toBe(403);
    const { rows } = await app.database.admin.query<{ n: number }>(
      "select count(*)::int as n from audit_entries where action like 'fhir.%' and kind = 'read'",
    );
    expect(rows[0]?.n).toBeGreaterThan(3);
    const none = await community.call(fhir.searchObservations, { query: {} as never });
    expect(none.error.code).toBe('platform.invalid-input');
  });
});
