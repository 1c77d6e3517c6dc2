import type { z } from 'zod';
import {
  type decideSettingProposal,
  type listSettingProposals,
  type proposeSchemeValue,
  type SettingProposal,
  settingLifecycle,
} from '#contracts/benefits/setting-proposals.ts';
import type { OutputOf } from '#contracts/endpoint.ts';
import { DomainError } from '#contracts/errors.ts';
import { nextActions } from '#contracts/lifecycle.ts';
import { areaName } from '#modules/areas/index.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { pageOf, readCursor } from '#platform/http/paging.ts';
import { advance } from '#platform/lifecycle/advance.ts';
import { areaAt } from '#shared/area-codes.ts';
import { dayWords } from '#shared/dates.ts';
import { newId } from '#shared/ids.ts';
import { getScheme } from './ask-scheme.ts';
import { checkSetting, type Setting, valueOn } from './catalogue/law-on.ts';
import { fileOf } from './catalogue/register.ts';
import { valueWords } from './catalogue/value-words.ts';
import * as db from './db/setting-proposals.ts';
import { insertSetting, listSettings } from './db/settings.ts';

type Wanted = z.output<typeof proposeSchemeValue.body>;

const subjectOf = (row: Pick<db.ProposalRow, 'proposal_id' | 'area_code'>) => ({
  ...{ kind: 'benefit-setting', id: row.proposal_id, areaCode: row.area_code },
});
const labelOf = (row: Pick<db.ProposalRow, 'scheme' | 'parameter'>): string => {
  const file = fileOf(getScheme(row.scheme));
  return `${file.nameZh}的${file.parameters[row.parameter]?.label ?? row.parameter}`;
};

/** What the city leaves to districts, and the shape the rule reads; throws with the field's sentence. */
function check({ scheme: key, parameter, value, from }: { scheme: string } & Omit<Wanted, 'documentNumber'>): void {
  const scheme = getScheme(key);
  checkSetting(fileOf(scheme), parameter, { value, on: from });
  const shape = scheme.law[parameter]?.safeParse(value);
  if (shape && !shape.success)
    throw new DomainError('platform.invalid-input', undefined, { value: '这个值要是整数（金额按分）' });
}

/** A district's own value, from a day on, by a document: nothing applies before another person confirms it. */
export async function proposeValue(ctx: Context, scheme: string, wanted: Wanted): Promise<SettingProposal> {
  check({ scheme, ...wanted });
  const { parameter, value, from, documentNumber } = wanted;
  const row = {
    ...{ proposal_id: newId(), area_code: areaAt(ctx.actor.areaCode, 'district'), scheme, parameter, value },
    ...{ from_on: from, document_number: documentNumber },
  };
  if (!(await db.insertProposal(ctx, row))) throw new DomainError('benefits.setting-open');
  const note = `${labelOf(row)}，${documentNumber}`;
  await advance(ctx, {
    ...{ table: settingLifecycle, subject: subjectOf(row), status: null, action: 'propose', note },
    duty: {
      ...{ forRole: 'district', kindLabel: '区定的值', actionLabel: '去核准', withinWorkingDays: 5 },
      title: `核准${labelOf(row)}`,
      reason: `${ctx.actor.name}提出，按${documentNumber}，从${dayWords(from)}起；要另一人核准`,
      path: '/desk/benefits/settings?status=proposed',
    },
  });
  await record(ctx, {
    ...{
      action: 'benefits.propose-value',
      subject: subjectOf(row),
      areaCode: row.area_code,
      note,
      after: { ...wanted },
    },
  });
  return readProposal(ctx, row.proposal_id);
}

/** Confirmed by another than who proposed it, from then on it is law of the district; withdrawn only by who proposed it. */
export async function decideProposal(
  ctx: Context,
  id: string,
  { action, note = '' }: z.output<typeof decideSettingProposal.body>,
): Promise<SettingProposal> {
  const row = await db.findProposal(ctx, id, true);
  if (!row) throw new DomainError('platform.not-found');
  const isMine = row.proposed_by === ctx.actor.accountId;
  if (action !== 'withdraw' && isMine) throw new DomainError('benefits.setting-same-person');
  if (action === 'withdraw' && !isMine)
    throw new DomainError('platform.wrong-state', '只有提出的人能撤回；不同意的请选不核准');
  if (action === 'refuse' && note.length < 2)
    throw new DomainError('platform.invalid-input', undefined, { note: '请写为什么不核准' });
  const { scheme, parameter, value, from_on: from, area_code: district } = row;
  // The city's law may have changed since it was proposed.
  if (action === 'confirm') check({ scheme, parameter, value, from });
  const status = await advance(ctx, {
    ...{ table: settingLifecycle, subject: subjectOf(row), status: row.status, action, note },
  });
  await db.setProposal(ctx, id, { status, note: note || null });
  if (action === 'confirm')
    await insertSetting(ctx, {
      ...{ scheme, parameter, district, from, to: null, value, documentNumber: row.document_number },
      ...{ proposalId: id, proposedBy: row.proposed_by_name },
    });
  await record(ctx, {
    ...{ action: `benefits.${action}-value`, subject: subjectOf(row), areaCode: district },
    note: [labelOf(row), note].filter(Boolean).join('，'),
    after: { status, value, from, documentNumber: row.document_number, proposedBy: row.proposed_by_name },
  });
  return readProposal(ctx, id);
}

async function readProposal(ctx: Context, id: string): Promise<SettingProposal> {
  const row = await db.findProposal(ctx, id);
  if (!row) throw new DomainError('platform.not-found');
  return proposalOf(ctx, row, await listSettings(ctx));
}

type Asked = { status?: string | undefined; cursor?: string | undefined; limit: number };

export async function readProposals(ctx: Context, asked: Asked): Promise<OutputOf<typeof listSettingProposals>> {
  const status = asked.status ?? null;
  const found = await db.listProposals(ctx, { status, after: readCursor(asked.cursor), limit: asked.limit + 1 });
  const { kept, nextCursor } = pageOf(found, asked.limit, row => [row.sort, row.proposal_id]);
  const settings = await listSettings(ctx);
  const rows = kept.map(row => proposalOf(ctx, row, settings));
  return { rows, nextCursor, total: await db.countProposals(ctx, status), totalIsApproximate: false };
}

/** What holds is what would hold on its first day without it. */
function proposalOf(ctx: Context, row: db.ProposalRow, settings: readonly Setting[]): SettingProposal {
  const file = fileOf(getScheme(row.scheme));
  const parameter = file.parameters[row.parameter];
  const words = (value: unknown) => valueWords(value, parameter?.unit ?? '').join('；');
  const before = valueOn(file, row.parameter, { on: row.from_on, district: row.area_code, settings });
  const isMine = row.proposed_by === ctx.actor.accountId;
  const off = (action: string): string | null => {
    if (action === 'withdraw') return isMine ? null : '只有提出的人能撤回';
    return isMine ? '由您提出，要另一人核准' : null;
  };
  return {
    ...{ id: row.proposal_id, areaCode: row.area_code, areaName: areaName(row.area_code), scheme: row.scheme },
    ...{ schemeName: file.nameZh, parameter: row.parameter, label: parameter?.label ?? row.parameter },
    now: before && before.value !== null ? words(before.value) : null,
    ...{ words: words(row.value), from: row.from_on, documentNumber: row.document_number, status: row.status },
    ...{ proposedBy: row.proposed_by_name, proposedAt: row.proposed_at, note: row.note },
    ...{ decidedBy: row.decided_by_name, decidedAt: row.decided_at },
    nextActions: nextActions(settingLifecycle, row.status, ctx.actor.role).map(each => {
      const because = each.allowed ? off(each.action) : null;
      return because ? { ...each, allowed: false, disabledBecause: because } : each;
    }),
  };
}
