import type { z } from 'zod';
import { DomainError } from '#contracts/errors.ts';
import type { addMeans, MeansFact, MeansJudgement } from '#contracts/relief-means.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { blindIndex } from '#platform/secrets/blind-index.ts';
import { seal } from '#platform/secrets/seal.ts';
import { dayWords } from '#shared/dates.ts';
import { maskIdentityNumber, readIdentityNumber } from '#shared/identity-number.ts';
import { newId } from '#shared/ids.ts';
import * as db from './db.ts';
import { readMeans, TABLE } from './read-means.ts';

/** The audit names what kind of thing changed, never the amount. */
async function note(ctx: Context, of: { action: string; elderId: string; areaCode: string; note: string }) {
  const { action, elderId, areaCode } = of;
  await record(ctx, { action, subject: { kind: 'elder', id: elderId }, elderId, areaCode, note: of.note });
}

function refuseFuture(ctx: Context, field: string, day: string): void {
  if (day > ctx.today)
    throw new DomainError('platform.invalid-input', undefined, { [field]: '日期在今天之后，请核对' });
}

export async function authoriseMeans(ctx: Context, elderId: string, body: { signedBy: string; signedOn: string }) {
  const elder = await db.findElder(ctx, elderId);
  if (!elder) throw new DomainError('platform.not-found', '没有找到这位老人，或不在您的辖区');
  refuseFuture(ctx, 'signedOn', body.signedOn);
  const areaCode = elder.area_code;
  await db.putFile(ctx, { elderId, areaCode, ...body });
  await note(ctx, {
    action: 'relief.authorise-means',
    elderId,
    areaCode,
    note: `${dayWords(body.signedOn)}签核对授权书`,
  });
  return readMeans(ctx, elderId);
}

async function needFile(ctx: Context, elderId: string): Promise<db.FileRow> {
  const file = await db.findFile(ctx, elderId);
  if (!file) throw new DomainError('relief.no-authorisation');
  return file;
}

/** A name that incomes refer to must be a member's. */
async function refuseStranger(ctx: Context, elderId: string, fact: MeansFact): Promise<void> {
  if (fact.part !== 'income' || fact.of === '') return;
  const { entries } = await readMeans(ctx, elderId);
  const known = entries.some(one => one.endedNote === null && one.fact.part === 'member' && one.fact.name === fact.of);
  if (!known) throw new DomainError('platform.invalid-input', undefined, { 'fact.of': '先把这个人记成共同生活的人' });
}

/** A member who is an elder of the register is written down by the register's name; he must be in reach and another person. */
async function nameMember(ctx: Context, elderId: string, fact: MeansFact): Promise<MeansFact> {
  if (fact.part !== 'member' || !fact.elderId) return fact;
  const member = fact.elderId === elderId ? undefined : await db.findElder(ctx, fact.elderId);
  if (!member || member.died_on)
    throw new DomainError('platform.invalid-input', undefined, {
      'fact.elderId': '登记册里没有这个人，或不在您的辖区',
    });
  ctx.saw(fact.elderId);
  return { ...fact, name: member.name };
}

/** The number of a member who is no elder: its index and its masked form are all that is kept. */
function takeNumber(ctx: Context, fact: MeansFact): { kept: MeansFact; index: Buffer | null } {
  if (fact.part !== 'member' || !fact.identityNumber) return { kept: fact, index: null };
  const number = readIdentityNumber(fact.identityNumber, ctx.today);
  if ('because' in number)
    throw new DomainError('platform.invalid-input', undefined, { 'fact.identityNumber': number.because });
  const index = blindIndex(ctx.keys, { field: 'identity-number', part: 'whole' }, fact.identityNumber);
  return { kept: { ...fact, identityNumber: maskIdentityNumber(fact.identityNumber) }, index };
}

export async function addMeansEntry(ctx: Context, elderId: string, body: z.output<typeof addMeans.body>) {
  const file = await needFile(ctx, elderId);
  const { fact, source, asOf, confidence } = body;
  refuseFuture(ctx, 'asOf', asOf);
  await refuseStranger(ctx, elderId, fact);
  const { kept, index } = takeNumber(ctx, await nameMember(ctx, elderId, fact));
  await db.insertEntry(ctx, {
    ...{ elder_id: elderId, entry_id: newId(), area_code: file.area_code, source, as_of: asOf, confidence },
    sealed: seal(ctx.keys, { table: TABLE, elderId }, kept),
    identity_index: index,
  });
  await note(ctx, { action: 'relief.add-means', elderId, areaCode: file.area_code, note: fact.part });
  return readMeans(ctx, elderId);
}

export async function endMeansEntry(ctx: Context, of: { elderId: string; id: string }, why: string) {
  const file = await needFile(ctx, of.elderId);
  if (!(await db.endEntry(ctx, { ...of, note: why })))
    throw new DomainError('platform.not-found', '没有这一项，或已经不算了');
  await note(ctx, { action: 'relief.end-means', elderId: of.elderId, areaCode: file.area_code, note: why });
  return readMeans(ctx, of.elderId);
}

export async function judgeMeans(ctx: Context, elderId: string, body: MeansJudgement & { note: string }) {
  const file = await needFile(ctx, elderId);
  await db.setJudgement(ctx, elderId, body);
  await note(ctx, { action: 'relief.judge-means', elderId, areaCode: file.area_code, note: body.note });
  return readMeans(ctx, elderId);
}
