import { LETTER_KIND_LABELS, type LetterKind, type LetterPaper } from '#contracts/letters.ts';
import { areaName } from '#modules/areas/index.ts';
import { familyRefusal } from '#modules/consents/index.ts';
import { notify } from '#modules/messages/index.ts';
import { record } from '#platform/audit/record.ts';
import { asBatch } from '#platform/database/as-batch.ts';
import type { Context } from '#platform/http/context.ts';
import { newId } from '#shared/ids.ts';
import { type Composed, compose, type Matter } from './compose.ts';
import * as db from './db.ts';
import { TEMPLATE_FILE, type Template, templateOn } from './load-templates.ts';
import { paperHash } from './paper-hash.ts';
import { familyPurposeOf, fillBlanks, officeOf } from './rules.ts';
import { openTelling } from './tell-person.ts';

const CITY = '110000000000';

/**
 * Issues the letter on a matter in the caller's transaction: filled from the records as they stand, numbered, kept as it
 * is. Told to the person's accounts by message, else by telephone. A second letter on the same matter is a new version.
 */
export function issueLetter(ctx: Context, matter: Matter, reason: string | null = null): Promise<string | null> {
  return asBatch(ctx, { areaCode: CITY, why: `出具${LETTER_KIND_LABELS[matter.kind]}` }, async inner => {
    const elder = await db.findElder(inner, matter.elderId);
    if (!elder) return null;
    const now = { ...matter, areaCode: elder.areaCode };
    const composed = await compose(inner, { ...now, elder: elder.name });
    const { kind, elderId, subject } = matter;
    const [former] = await db.listVersions(inner, { elderId, subjectId: subject.id, kind });
    return keepLetter(inner, now, { composed, former, elder, reason: former ? (reason ?? '再次出具') : null });
  });
}

type Made = {
  composed: Composed;
  former: db.LetterRecord | undefined;
  elder: { name: string; hasPhone: boolean };
  reason: string | null;
};

async function keepLetter(ctx: Context, matter: Matter, made: Made): Promise<string> {
  const { composed, former, elder, reason } = made;
  const { kind, elderId, areaCode, subject } = matter;
  const template = templateOn({ kind, matter: subject.kind }, ctx.today);
  const numbered = await numberOf(ctx, { former, template, issuer: composed.issuer });
  const paper = paperOf(ctx, { template, composed, number: numbered.number });
  const id = newId();
  const receivers = await readersOf(ctx, elderId, kind);
  await db.insertLetter(ctx, {
    ...{ elder_id: elderId, letter_id: id, area_code: areaCode, elder_name: elder.name, kind },
    ...{ subject_kind: subject.kind, subject_id: subject.id, about: composed.about, ...numbered },
    ...{ template_version: template.version, paper, sm3: paperHash(paper), reason },
    ...{ issued_on: ctx.today, issued_at: ctx.now, receivers: receivers.length },
  });
  await record(ctx, {
    ...{ action: 'letters.issue', subject: { kind: 'letter', id }, elderId, areaCode },
    note: `${LETTER_KIND_LABELS[kind]} ${numbered.number}`,
    after: { number: numbered.number, version: numbered.version, sm3: paperHash(paper) },
  });
  const what = LETTER_KIND_LABELS[kind];
  const values = {
    what,
    office: paper.organisation,
    number: paper.number,
    counter: officeOf(composed.issuer, areaName).counter,
  };
  const about = { kind: 'letter', id };
  for (const toAccountId of receivers) {
    const sent = { template: 'letter.issued', values: { ...values, path: `/elder/letters/${id}` }, about } as const;
    await notify(ctx, { ...sent, toAccountId, elderId, areaCode });
  }
  if (receivers.length === 0) await openTelling(ctx, { elderId, areaCode, ...elder, letterId: id });
  return id;
}

type Numbering = { former: db.LetterRecord | undefined; template: Template; issuer: string };

/** A new version keeps its number; the version says which it is. */
async function numberOf(ctx: Context, { former, template, issuer }: Numbering) {
  if (former) {
    const { issuer_code, series, year, serial } = former;
    const version = former.version + 1;
    const plain = former.number.replace(/（第\d+版）$/, '');
    return { issuer_code, series, year, serial, version, number: `${plain}（第${version}版）` };
  }
  const year = Number(ctx.today.slice(0, 4));
  const { series } = template;
  const serial = await db.takeSerial(ctx, { issuer, series, year });
  const office = officeOf(issuer, areaName).short;
  const blanks = { office, series, year: String(year), serial: String(serial) };
  const number = fillBlanks(TEMPLATE_FILE.numberFormat.value, blanks);
  return { issuer_code: issuer, series, year, serial, version: 1, number };
}

function paperOf(ctx: Context, of: { template: Template; composed: Composed; number: string }): LetterPaper {
  const { template, composed, number } = of;
  const fill = (text: string) => fillBlanks(text, composed.values);
  return {
    organisation: composed.values.office ?? '',
    title: fill(template.title),
    number,
    to: composed.to ?? composed.values.elder ?? '',
    facts: template.facts.map(({ label, value }) => ({ label, value: fill(value) })),
    paragraphs: template.paragraphs.map(fill),
    remedies: template.remedy ? composed.remedies : [],
    counter: fill(TEMPLATE_FILE.counter),
    signedOn: ctx.today,
  };
}

/** Accounts of the elder, and of those of the family whom the elder lets see the file and this kind of letter. */
async function readersOf(ctx: Context, elderId: string, kind: LetterKind): Promise<string[]> {
  const found: string[] = [];
  for (const { account_id: accountId, role } of await db.listReaders(ctx, elderId)) {
    const asked = role === 'elder' ? [] : (['family-view', familyPurposeOf(kind)] as const);
    let refused = false;
    for (const purpose of asked) refused ||= (await familyRefusal(ctx, { elderId, accountId }, purpose)) !== undefined;
    if (!refused) found.push(accountId);
  }
  return found;
}
