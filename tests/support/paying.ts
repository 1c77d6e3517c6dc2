import * as cycles from '#contracts/payments/cycles.ts';
import { insertApplications } from '#modules/benefits/bulk/index.ts';
import { insertAccounts } from '#modules/payments/index.ts';
import { jobTools } from '#platform/jobs/worker.ts';
import { newId } from '#shared/ids.ts';
import { answerFile } from '../../simulators/bank/answer.ts';
import { runPrepare } from '../../src/server/modules/payments/cycles/prepare-cycle.ts';
import type { Caller, TestApp } from './app.ts';
import { testKeys } from './builders.ts';
import { addElder } from './elders.ts';

/** The three people of a district's cycle; maker, checker and authoriser may not be one. */
export type Payers = { maker: Caller; checker: Caller; finance: Caller };

export const payersOf = async (app: TestApp, areaCode: string): Promise<Payers> => ({
  maker: await app.as({ role: 'district', areaCode, name: '编制员' }),
  checker: await app.as({ role: 'district', areaCode, name: '复核员' }),
  finance: await app.as({ role: 'finance', areaCode, name: '授权人' }),
});

type Paid = { name: string; areaCode: string; account?: string; appliedOn?: string; bornOn?: string };

/** An elder with a granted 高龄津贴 and, where a number is given, an account. */
export async function addPaidElder(
  app: TestApp,
  { name, areaCode, account, appliedOn, bornOn }: Paid,
): Promise<string> {
  const { admin } = app.database;
  const id = await addElder(admin, { areaCode, name, bornOn: bornOn ?? '1940-03-05' });
  const by = { accountId: newId(), name: '测试' };
  const decided = { by, at: '2025-01-10T02:00:00.000Z', note: null };
  const row = {
    applicationId: newId(),
    elderId: id,
    areaCode,
    scheme: 'advancedAge' as const,
    status: 'granted' as const,
  };
  await insertApplications(admin, [{ ...row, appliedOn: appliedOn ?? '2025-01-09', appliedBy: by, decided }]);
  if (account) await addAccount(app, { elderId: id, areaCode, number: account, holder: name });
  return id;
}

export const addAccount = (app: TestApp, of: { elderId: string; areaCode: string; number: string; holder: string }) =>
  insertAccounts({ client: app.database.admin, now: '2025-06-01T00:00:00Z', keys: testKeys(), by: '测试' }, [
    { ...of, kind: 'elder-card', bank: '北京银行', source: '测试' },
  ]);

export const toolsOf = (app: TestApp) => jobTools(app.database.pool, testKeys());

/** `act` is an action, or `action：note`. */
export function step(who: Caller, id: string, act: string) {
  const [action = '', note] = act.split('：');
  return who.call(cycles.stepCycle, { params: { id }, body: { action: action as 'check', ...(note && { note }) } });
}

async function must(answer: Promise<{ status: number; error: unknown }>): Promise<void> {
  const { status, error } = await answer;
  if (status !== 200) throw new Error(JSON.stringify(error));
}

/** Prepares a month as the job would, without waiting for the queue. */
export async function prepare(app: TestApp, payers: Payers, month: string): Promise<string> {
  const made = await payers.maker.call(cycles.prepareCycle, { body: { month } });
  if (made.status !== 200) throw new Error(JSON.stringify(made.error));
  await runPrepare(toolsOf(app), made.body.id);
  return made.body.id;
}

/** Checked, locked, authorised, sent; answers what the stand-in bank says to the file. */
export async function throughBank({ maker, checker, finance }: Payers, id: string): Promise<string> {
  await must(step(checker, id, 'check'));
  await must(step(maker, id, 'lock'));
  await must(step(finance, id, 'authorise'));
  await must(step(finance, id, 'send'));
  const file = await finance.call(cycles.downloadBankFile, { params: { id } });
  const answer = answerFile((file.body as Buffer).toString());
  if ('refused' in answer) throw new Error(answer.refused);
  return answer.result;
}

export const takeFile = (who: Caller, id: string, content: string) =>
  who.call(cycles.takeResultFile, { params: { id }, file: { name: 'result.txt', bytes: Buffer.from(content) } });

/** A whole month from preparing to reconciled. */
export async function payMonth(app: TestApp, payers: Payers, month: string): Promise<string> {
  const id = await prepare(app, payers, month);
  await must(takeFile(payers.finance, id, await throughBank(payers, id)));
  await must(step(payers.finance, id, 'reconcile'));
  return id;
}
