import { DomainError } from '#contracts/errors.ts';
import { AID_WORKING_DAYS, type WarningStatus, warningLifecycle } from '#contracts/relief-lifecycle.ts';
import type { Verdict } from '#contracts/relief-rules.ts';
import { record } from '#platform/audit/record.ts';
import { asBatch } from '#platform/database/as-batch.ts';
import type { Context } from '#platform/http/context.ts';
import { advance, type Duty } from '#platform/lifecycle/advance.ts';
import { setNotice } from './db/notices.ts';
import { judgeReasons, listReasons } from './db/reasons.ts';
import * as db from './db/warnings.ts';
import { CITY } from './rules.ts';
import { subjectOf } from './signals/visit.ts';

export async function lockWarning(ctx: Context, id: string): Promise<db.WarningRow> {
  const row = await db.lockWarning(ctx, id);
  if (!row) throw new DomainError('platform.not-found', '没有找到这条预警，或不在您的辖区');
  return row;
}

const aidDuty = (row: db.WarningRow): Duty => ({
  ...{ forRole: 'street', kindLabel: '困难预警', actionLabel: '去受理', withinWorkingDays: AID_WORKING_DAYS },
  title: `为${row.elder_name}办临时救助`,
  reason: '上门核实属实',
  path: `/desk/relief/warnings/${row.warning_id}`,
});

const closeDuty = (row: db.WarningRow, reason: string): Duty => ({
  ...{ forRole: 'street', kindLabel: '困难预警', actionLabel: '去办结', withinWorkingDays: AID_WORKING_DAYS },
  ...{ title: `办结${row.elder_name}的困难预警`, reason, path: `/desk/relief/warnings/${row.warning_id}` },
});

type Verdicts = readonly { reasonId: string; verdict: Verdict; note?: string | undefined }[];
type Step = { action: 'verify' | 'exclude' | 'give' | 'close'; note: string; verdicts: Verdicts };

/** A visit says of every reason what it was: one true at least, or none. */
async function judge(ctx: Context, row: db.WarningRow, { action, verdicts }: Step): Promise<void> {
  const open = (await listReasons(ctx, [row.warning_id])).filter(one => one.verdict === null);
  const said = new Map(verdicts.map(one => [one.reasonId, one]));
  const refuse = (sentence: string, at = open.slice(0, 1)) =>
    new DomainError(
      'platform.invalid-input',
      undefined,
      Object.fromEntries(at.map(one => [`verdicts.${one.reason_id}`, sentence])),
    );
  const unsaid = open.filter(one => !said.has(one.reason_id));
  if (unsaid.length > 0) throw refuse('请选属实不属实', unsaid);
  const needy = open.some(one => said.get(one.reason_id)?.verdict === 'true');
  if (action === 'verify' && !needy) throw refuse('没有一个信号属实，请选“不用救助”');
  if (action === 'exclude' && needy) throw refuse('有信号属实、有困难的，请选“属实，要救助”');
  const judged = open.flatMap(({ reason_id: reasonId }) => {
    const one = said.get(reasonId);
    return one ? [{ reasonId, verdict: one.verdict, note: one.note || null }] : [];
  });
  await judgeReasons(ctx, judged);
}

const kept = ({ action, note }: Step, now: string) =>
  ({
    verify: { finding: note, visited_at: now },
    exclude: { outcome: note, visited_at: now },
    give: { aid: note },
    close: { outcome: note },
  })[action];

/** What the worker saw at home, what was given other than a relief, and the end with its outcome. */
export async function stepWarning(ctx: Context, id: string, step: Step) {
  const { action, note } = step;
  const row = await lockWarning(ctx, id);
  const subject = subjectOf(row);
  const duty = action === 'verify' ? aidDuty(row) : action === 'give' ? closeDuty(row, note) : undefined;
  const status = await advance(ctx, { table: warningLifecycle, subject, status: row.status, action, note, duty });
  if (action === 'verify' || action === 'exclude') await judge(ctx, row, step);
  await keepStep(ctx, row, { status, ...kept(step, ctx.now) });
  await record(ctx, { action: `relief.${action}`, subject, elderId: row.elder_id, areaCode: row.area_code, note });
  return { id, status };
}

/** The street of 户籍 sees how far it is. */
export async function keepStep(
  ctx: Context,
  row: db.WarningRow,
  change: Parameters<typeof db.setWarning>[2] & { status: WarningStatus },
): Promise<void> {
  await db.setWarning(ctx, row.warning_id, change);
  if (!row.informed_area) return;
  await asBatch(ctx, { areaCode: CITY, why: '困难预警：户籍街道看得到进展' }, inner =>
    setNotice(inner, row.warning_id, { status: change.status, rules: change.rules ?? row.rules }),
  );
}

/** The relief that it led to was approved; in the batch role, for the deciding street may be another. */
export async function aidWarning(ctx: Context, id: string, note: string): Promise<void> {
  const row = await db.lockWarning(ctx, id);
  if (row?.status !== 'verified') return;
  const subject = subjectOf(row);
  const duty = closeDuty(row, note);
  const step = {
    table: warningLifecycle,
    subject,
    status: row.status,
    action: 'aid',
    note,
    duty,
    asSystem: true,
  } as const;
  await keepStep(ctx, row, { status: await advance(ctx, step) });
}
