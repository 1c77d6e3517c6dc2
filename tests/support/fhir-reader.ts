/**
 * A reader of FHIR R4 JSON for the test, written from the specification's resource pages and not from our writer: cardinalities,
 * required value sets, formats of id, date, instant and reference. No FHIR library is installed, so this stands in for one.
 */
type Json = Record<string, unknown>;

export type Seen = {
  body: Json;
  id: string;
  entries: Seen[];
  members: string[];
  derivedFrom: string[];
  subject: string | undefined;
  questionnaire: unknown;
  /** Questionnaire: linkId → allowed codes. */
  options: Map<string, string[]>;
  /** QuestionnaireResponse: linkId and the codes answered. */
  answers: [string, string[]][] | undefined;
};

const ID = /^[A-Za-z0-9\-.]{1,64}$/;
const DATE = /^\d{4}(-\d{2}(-\d{2})?)?$/;
const DATE_TIME = /^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2}))?)?)?$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;
const REFERENCE = /^[A-Z][A-Za-z]+\/[A-Za-z0-9\-.]{1,64}$/;
const ITEM_TYPES = ['group', 'boolean', 'integer', 'decimal', 'string', 'text', 'choice', 'open-choice', 'date'];

function must(condition: unknown, what: string): asserts condition {
  if (!condition) throw new Error(`not FHIR R4: ${what}`);
}
const listOf = (value: unknown): Json[] => (Array.isArray(value) ? (value as Json[]) : []);
const codingOf = (value: unknown): Json => {
  const coding = value as Json;
  must(typeof coding?.code === 'string' && !/^\s|\s$/.test(coding.code), 'Coding.code is a token');
  must(coding.system === undefined || /^(urn:|https?:)/.test(String(coding.system)), 'Coding.system is a URI');
  return coding;
};
const referenceOf = (value: unknown): string => {
  const reference = (value as Json)?.reference;
  must(typeof reference === 'string' && REFERENCE.test(reference), `reference ${JSON.stringify(value)}`);
  return reference;
};
/** FHIR JSON has no empty arrays, objects, strings or nulls. */
function noEmpties(value: unknown, path: string): void {
  must(value !== null && value !== '', `${path} is empty`);
  if (typeof value !== 'object') return;
  const inner = Object.entries(value as object);
  must(inner.length > 0 || path === 'Bundle.entry', `${path} is empty`);
  for (const [key, each] of inner) noEmpties(each, `${path}.${key}`.replace('Bundle.entry.entry', 'Bundle.entry'));
}

export function readResource(body: Json): Seen {
  const type = String(body.resourceType);
  const seen: Seen = {
    ...{ body, id: String(body.id ?? ''), entries: [], members: [], derivedFrom: [] },
    ...{ subject: undefined, questionnaire: body.questionnaire, options: new Map(), answers: undefined },
  };
  const read = READERS[type];
  must(read, `unknown resource type ${type}`);
  if (type !== 'Bundle') noEmpties(body, type);
  must(body.id === undefined || ID.test(String(body.id)), `${type}.id ${body.id}`);
  read(body, seen);
  return seen;
}

const READERS: Record<string, (body: Json, seen: Seen) => void> = {
  CapabilityStatement: body => {
    must(['draft', 'active', 'retired', 'unknown'].includes(String(body.status)), 'status');
    must(['instance', 'capability', 'requirements'].includes(String(body.kind)), 'kind');
    must(DATE_TIME.test(String(body.date)), 'date 1..1');
    must(listOf(body.format).length > 0, 'format 1..*');
    for (const rest of listOf(body.rest)) must(['client', 'server'].includes(String(rest.mode)), 'rest.mode');
  },
  Patient: body => {
    must(['male', 'female', 'other', 'unknown'].includes(String(body.gender)), 'gender');
    must(DATE.test(String(body.birthDate)), 'birthDate');
    must(typeof body.active === 'boolean', 'active');
    for (const each of listOf(body.identifier)) must(each.system && each.value, 'identifier');
  },
  Questionnaire: (body, seen) => {
    must(['draft', 'active', 'retired', 'unknown'].includes(String(body.status)), 'status 1..1');
    must(/^[A-Z]([A-Za-z0-9_]){0,254}$|^[a-z][A-Za-z0-9_]*$/.test(String(body.name)), 'name is a computer name');
    must(body.date === undefined || DATE_TIME.test(String(body.date)), 'date');
    readItems(listOf(body.item), seen);
  },
  QuestionnaireResponse: (body, seen) => {
    const statuses = ['in-progress', 'completed', 'amended', 'entered-in-error', 'stopped'];
    must(statuses.includes(String(body.status)), 'status 1..1');
    must(DATE_TIME.test(String(body.authored)), 'authored');
    seen.subject = referenceOf(body.subject);
    seen.answers = readAnswers(listOf(body.item));
  },
  Observation: (body, seen) => {
    const statuses = ['registered', 'preliminary', 'final', 'amended', 'corrected', 'cancelled', 'unknown'];
    must(statuses.includes(String(body.status)), 'status 1..1');
    const codings = listOf((body.code as Json)?.coding);
    must(codings.length > 0, 'code 1..1');
    codings.map(codingOf);
    seen.subject = referenceOf(body.subject);
    must(DATE_TIME.test(String(body.effectiveDateTime)), 'effective');
    must(body.issued === undefined || INSTANT.test(String(body.issued)), 'issued is an instant');
    const values = Object.keys(body).filter(key => key.startsWith('value'));
    must(values.length <= 1, 'value[x] 0..1');
    must(values.length === 0 || body.dataAbsentReason === undefined, 'obs-6: dataAbsentReason only without value');
    seen.members = listOf(body.hasMember).map(referenceOf);
    seen.derivedFrom = listOf(body.derivedFrom).map(referenceOf);
  },
  Bundle: (body, seen) => {
    must(body.type === 'searchset', 'type 1..1');
    must(Number.isInteger(body.total), 'total');
    for (const entry of listOf(body.entry)) {
      must(/^(urn:|https?:)/.test(String(entry.fullUrl)), 'entry.fullUrl is an absolute URI');
      seen.entries.push(readResource(entry.resource as Json));
    }
    const urls = listOf(body.entry).map(entry => entry.fullUrl);
    must(new Set(urls).size === urls.length, 'bdl-7: fullUrl unique');
  },
};

function readItems(items: readonly Json[], seen: Seen): void {
  for (const item of items) {
    const linkId = String(item.linkId);
    must(item.linkId && !seen.options.has(linkId), `que-2: linkId ${linkId} unique`);
    must(ITEM_TYPES.includes(String(item.type)), `item.type ${item.type}`);
    must(item.type !== 'group' || listOf(item.item).length > 0, 'que-1: a group has items');
    must(item.answerOption === undefined || item.type === 'choice', 'que-5: only choices have options');
    seen.options.set(
      linkId,
      listOf(item.answerOption).map(option => String(codingOf(option.valueCoding).code)),
    );
    readItems(listOf(item.item), seen);
  }
}

function readAnswers(items: readonly Json[]): [string, string[]][] {
  return items.flatMap(item => {
    must(typeof item.linkId === 'string', 'item.linkId 1..1');
    must(!(item.answer && item.item), 'qrs-1: a group has items, a question answers');
    const codes = listOf(item.answer).flatMap(answer => {
      const values = Object.keys(answer).filter(key => key.startsWith('value'));
      must(values.length === 1, 'answer.value[x] 1..1');
      return answer.valueCoding ? [String(codingOf(answer.valueCoding).code)] : [];
    });
    return [[item.linkId, codes] as [string, string[]], ...readAnswers(listOf(item.item))];
  });
}
