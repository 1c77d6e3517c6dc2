import { type CorrectionStatus, correctionLifecycle } from '#contracts/elders/correction-lifecycle.ts';
import type {
  CorrectedField,
  Correction,
  CorrectionRow as Listed,
  readSealedCorrection as sealedEndpoint,
} from '#contracts/elders/corrections.ts';
import { isSealedField, labelOfField, type SEALED_FIELDS } from '#contracts/elders/fields.ts';
import type { Elder } from '#contracts/elders.ts';
import type { OutputOf } from '#contracts/endpoint.ts';
import { DomainError } from '#contracts/errors.ts';
import { nextActions } from '#contracts/lifecycle.ts';
import { areaNames } from '#modules/areas/index.ts';
import { dueStateOf } from '#platform/calendar/due-state.ts';
import { listAttachments } from '#platform/files/attachments.ts';
import type { Context } from '#platform/http/context.ts';
import { cursorOf, readCursor } from '#platform/http/paging.ts';
import { open } from '#platform/secrets/seal.ts';
import { listChangesSince } from '../db/change.ts';
import * as db from '../db/corrections.ts';
import { findElder } from '../db/people.ts';
import { findReveal } from '../db/reveals.ts';
import { readSealed } from '../db/sealed.ts';
import { ordered } from '../rules/corrections.ts';
import { maskField, sayField } from '../say-field.ts';
import { changedMeanwhile } from './decide-correction.ts';
import type { SealedCorrection } from './propose-correction.ts';

type Query = {
  status?: CorrectionStatus | undefined;
  elderId?: string | undefined;
  importId?: string | undefined;
  cursor?: string | undefined;
  limit: number;
};

export async function listCorrections(ctx: Context, query: Query) {
  const of = { status: query.status ?? null, elderId: query.elderId ?? null, importId: query.importId ?? null };
  const found = await db.listCorrections(ctx, { ...of, limit: query.limit + 1, after: readCursor(query.cursor) });
  const rows = found.slice(0, query.limit);
  ctx.saw(...rows.map(row => row.elder_id));
  const last = rows.at(-1);
  return {
    rows: await listed(ctx, rows),
    nextCursor: found.length > query.limit && last ? cursorOf(last.sort, last.correction_id) : null,
    total: await db.countCorrections(ctx, of),
    totalIsApproximate: false,
  };
}

async function listed(ctx: Context, rows: readonly db.ListedRow[]): Promise<Listed[]> {
  const codes = rows.map(row => row.area_code);
  const names = await areaNames(ctx, codes);
  return rows.map(row => ({
    id: row.correction_id,
    elderId: row.elder_id,
    elderName: row.elder_name,
    areaCode: row.area_code,
    areaName: names.get(row.area_code) ?? row.area_code,
    status: row.status,
    fieldLabels: row.fields.map(labelOfField),
    source: row.source_kind,
    proposedBy: row.proposed_by_name,
    proposedRole: row.proposed_role,
    proposedAt: row.proposed_at,
    due: dueStateOf(ctx.today, row),
    decidedBy: row.decided_by_name,
    decidedAt: row.decided_at,
  }));
}

export async function readCorrection(ctx: Context, id: string): Promise<Correction> {
  const row = await db.readListed(ctx, id);
  const elder = row && (await findElder(ctx, row.elder_id));
  const [head] = row ? await listed(ctx, [row]) : [];
  if (!row || !elder || !head) throw new DomainError('platform.not-found', '没有找到这件更正，或不在您的辖区');
  ctx.saw(row.elder_id);
  const files = await listAttachments(ctx, { kind: 'correction', id });
  return {
    ...head,
    version: elder.version,
    fields: await fieldsOf(ctx, row, elder),
    ...{ reason: row.reason, evidence: row.evidence, sourceNumber: row.source_number, asOf: row.as_of },
    decisionNote: row.decision_note,
    keptLabels: row.kept.map(labelOfField),
    files: files.map(({ id: fileId, name, bytes }) => ({ id: fileId, name, bytes })),
    actions: actionsFor(ctx, row),
  };
}

/** Before, now and after in words; who changed the field since. Numbers masked. */
async function fieldsOf(ctx: Context, row: db.CorrectionRow, elder: Elder): Promise<CorrectedField[]> {
  const sealed = await readSealed(ctx, row.elder_id);
  const hidden = sealedOf(ctx, row);
  const meanwhile = row.status === 'proposed' ? await changedMeanwhile(ctx, row) : [];
  const now: Record<string, unknown> = { ...elder, ...sealed };
  const say = (field: string, value: unknown) => (isSealedField(field) ? maskField : sayField)(ctx, field, value);
  const rows: CorrectedField[] = [];
  for (const field of row.fields) {
    const other = meanwhile.find(one => one.field === field);
    rows.push({
      ...{ field, label: labelOfField(field), sealed: isSealedField(field) },
      before: await say(field, row.before[field] ?? hidden?.before[field]),
      after: await say(field, row.after[field] ?? hidden?.after[field]),
      now: await say(field, now[field]),
      other: other ? { by: other.by, at: other.at } : null,
    });
  }
  return ordered(rows);
}

const sealedOf = (ctx: Context, row: db.CorrectionRow): SealedCorrection | null =>
  row.sealed && (open(ctx.keys, { table: 'elder_corrections', elderId: row.elder_id }, row.sealed) as SealedCorrection);

/** The maker withdraws, another person decides; the sentence says which. */
function actionsFor(ctx: Context, row: db.CorrectionRow): Correction['actions'] {
  const mine = row.proposed_by === ctx.actor.accountId;
  const actions = nextActions(correctionLifecycle, row.status, ctx.actor.role);
  const kept = actions.filter(one =>
    one.action === 'withdraw' ? mine : !['elder', 'family'].includes(ctx.actor.role),
  );
  return kept.map(one =>
    one.action !== 'withdraw' && mine && one.allowed
      ? { ...one, allowed: false, disabledBecause: '更正由您提出，要由另一位同事核对' }
      : one,
  );
}

export async function readSealedCorrection(
  ctx: Context,
  at: { id: string; revealId: string },
): Promise<OutputOf<typeof sealedEndpoint>> {
  const row = await db.findCorrection(ctx, at.id);
  const reveal = row && (await findReveal(ctx, row.elder_id, at.revealId));
  if (!row || !reveal) throw new DomainError('platform.not-found');
  if (reveal.expiresAt < ctx.now) throw new DomainError('elders.reveal-expired');
  ctx.saw(row.elder_id);
  const hidden = sealedOf(ctx, row);
  return {
    rows: row.fields.filter(isSealedField).map(field => ({
      field: field as (typeof SEALED_FIELDS)[number],
      label: labelOfField(field),
      before: hidden?.before[field] ?? '空',
      after: hidden?.after[field] ?? '空',
    })),
  };
}

/** For the form that was refused: what stands now in the fields that others changed. */
export async function listChanges(ctx: Context, elderId: string, since: number) {
  const elder = await findElder(ctx, elderId);
  if (!elder) throw new DomainError('platform.not-found');
  ctx.saw(elderId);
  const others = await listChangesSince(ctx, elderId, since);
  const known: Record<string, unknown> = elder;
  const fields = [...new Set(others.flatMap(other => Object.keys(other.fields)))];
  const rows = [];
  for (const field of fields) {
    const last = others.find(other => field in other.fields);
    if (!last || labelOfField(field) === field) continue;
    const sealed = isSealedField(field);
    const now = sealed ? '已更改（不显示）' : await sayField(ctx, field, known[field]);
    rows.push({ field, label: labelOfField(field), now, sealed, by: last.actor, at: last.at });
  }
  return { version: elder.version, rows };
}
