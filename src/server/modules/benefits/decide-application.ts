import { applicationLifecycle } from '#contracts/benefits/lifecycle.ts';
import { SCHEME_LABELS } from '#contracts/benefits/schemes.ts';
import { DomainError } from '#contracts/errors.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { advance, type Duty } from '#platform/lifecycle/advance.ts';
import { publish } from '#platform/outbox/publish.ts';
import { monthOf } from '#shared/dates.ts';
import { getApplication, readApplication } from './apply-for-benefit.ts';
import { type ListedApplication, setDecision } from './db/applications.ts';
import { upsertDeterminations } from './db/determinations.ts';
import { payerOf, tierOf } from './evaluate-page.ts';
import { evaluateOrRefuse } from './evaluate-person.ts';
import { getPerson } from './explain-benefits.ts';
import { markChanged } from './mark-changed.ts';
import { nextDeadline } from './rules/months.ts';

type Decision = { decision: 'grant' | 'refuse' | 'dispute'; note?: string | undefined };

/** Grants, refuses or sends on; never by whoever applied, and never granted against the rules' own answer. */
export async function decideApplication(ctx: Context, id: string, given: Decision) {
  const row = await getApplication(ctx, id);
  const { elder_id: elderId, area_code: areaCode } = row;
  const { decision, note } = given;
  if (row.applied_by === ctx.actor.accountId) throw new DomainError('benefits.same-person');
  if (decision !== 'grant' && !note) throw new DomainError('benefits.needs-note', undefined, { note: '请写明理由' });
  const subject = { kind: 'benefit-application', id, elderId, areaCode };
  const duty = decision === 'dispute' ? districtDuty(ctx, row) : undefined;
  const step = {
    table: applicationLifecycle,
    subject,
    status: row.status,
    action: decision,
    note: note ?? null,
  } as const;
  const status = await advance(ctx, { ...step, duty });
  if (decision === 'grant') await determineNow(ctx, row);
  await setDecision(ctx, row, { status, note: note ?? null });
  await markChanged(ctx, { elderId, areaCode, because: '申请有了决定' });
  const said = `${SCHEME_LABELS[row.scheme]}：${applicationLifecycle.labels[status]}${note ? `，${note}` : ''}`;
  await record(ctx, { action: `benefits.${decision}`, subject, elderId, areaCode, note: said });
  if (decision !== 'dispute')
    await publish(ctx, {
      name: 'benefit.decided',
      ...{ elderId, areaCode, applicationId: id, granted: decision === 'grant' },
    });
  return readApplication(ctx, id);
}

const districtDuty = (ctx: Context, row: ListedApplication): Duty => ({
  forRole: 'district',
  kindLabel: '办待遇',
  title: `${row.elder_name}的${SCHEME_LABELS[row.scheme]}申请有疑义，请决定`,
  reason: '街道提请，区里应在当月 25 日前决定（160号四）',
  actionLabel: '作出决定',
  path: `/desk/benefits/applications/${row.application_id}`,
  dueAt: `${nextDeadline(ctx.today, 'decide')}T09:00:00.000Z`,
});

/** A grant stores this month's determination at once; the monthly batch continues it. */
async function determineNow(ctx: Context, row: ListedApplication): Promise<void> {
  const month = monthOf(ctx.today);
  const person = await getPerson(ctx, row.elder_id);
  const result = evaluateOrRefuse(person, month).find(each => each.scheme === row.scheme);
  if (!result || result.amountFen === 0 || result.from === null) {
    const because = result?.reasons.map(each => each.sentence ?? each.code).join('；');
    throw new DomainError('benefits.not-entitled', because ? `按现有资料不能批准：${because}` : undefined);
  }
  const { scheme, amountFen, from, paidBy, reasons } = result;
  const about = { elderId: row.elder_id, areaCode: row.area_code, payerCode: payerOf(person), tier: tierOf(reasons) };
  await upsertDeterminations(ctx, [{ ...about, scheme, month, amountFen, from, paidBy, reasons }], null);
}
