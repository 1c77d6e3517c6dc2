import type { z } from 'zod';
import { DomainError } from '#contracts/errors.ts';
import {
  RECOGNISED_CLASS,
  RECOGNITION_STATUS_LABELS,
  RELIEF_KIND_LABELS,
  recognitionLifecycle,
} from '#contracts/relief-lifecycle.ts';
import type { applyForRecognition as endpoint } from '#contracts/relief-recognitions.ts';
import { getElder } from '#modules/elders/index.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { advance, type Duty } from '#platform/lifecycle/advance.ts';
import { publish } from '#platform/outbox/publish.ts';
import { newId } from '#shared/ids.ts';
import { recordNumber } from '#shared/record-number.ts';
import * as db from '../db/applications.ts';
import { responsibleArea } from '../rules.ts';
import { onBothSides, procedureOf, subjectOf } from './load.ts';

type Body = z.output<typeof endpoint.body>;

/** Taken in where the person lives, which also visits the home; the street of 户籍 carries it under the same number. */
export async function applyForRecognition(ctx: Context, body: Body) {
  const elder = await getElder(ctx, body.elderId);
  if (elder?.economicClass === RECOGNISED_CLASS[body.kind])
    throw new DomainError('platform.wrong-state', `档案里已经是${elder.economicClass}，不用再申请`);
  return takeInRecognition(ctx, body);
}

/** Also what was applied for before the file said so: the demo brings such cases. */
export async function takeInRecognition(ctx: Context, { elderId, kind, applicant, reason }: Body) {
  const elder = await getElder(ctx, elderId);
  if (!elder) throw new DomainError('platform.not-found');
  if (elder.status === 'deceased') throw new DomainError('elders.deceased');
  const [id, { areaCode, name }] = [newId(), elder];
  const responsible = responsibleArea(elder);
  const number = recordNumber('JZ', { id, on: ctx.today });
  const made = { application_id: id, elder_id: elderId, kind, responsible_area: responsible };
  const subject = subjectOf(made, areaCode);
  const { surveyWorkingDays } = await procedureOf(ctx, made);
  const duty: Duty = {
    ...{ forRole: 'street', kindLabel: RELIEF_KIND_LABELS[kind], actionLabel: '去调查' },
    ...{ withinWorkingDays: surveyWorkingDays, path: `/desk/relief/recognitions/${id}` },
    ...{ title: `核对、入户调查${name}的${RELIEF_KIND_LABELS[kind]}申请`, reason: `${number}：${reason}` },
  };
  await onBothSides(ctx, async inner => {
    await refuseTwice(inner, elderId, kind);
    const making = { table: recognitionLifecycle, subject, status: null, action: 'apply', note: reason, duty } as const;
    const status = await advance(inner, making);
    await db.insertApplication(inner, {
      ...{ ...made, number, applied_area: areaCode, elder_name: name, warning_id: null, status },
      ...{ economic_class: elder.economicClass, severely_disabled: false, spent_fen: null, reason, applicant },
      ...{ applied_by: ctx.actor.name, applied_at: ctx.now },
    });
  });
  const audit = { action: 'relief.apply-recognition', subject, elderId, areaCode, note: reason };
  await record(ctx, { ...audit, after: { number, kind, responsible } });
  await publish(ctx, { name: 'relief.stepped', elderId, areaCode, applicationId: id, step: 'applied' });
  return { id, number };
}

export async function refuseTwice(inner: Context, elderId: string, kind: Body['kind']): Promise<void> {
  const open = (await db.listOfElder(inner, elderId)).find(
    row => row.kind === kind && !['refused', 'withdrawn', 'closed'].includes(row.status),
  );
  if (!open || db.isTemporaryRow(open)) return;
  const said = `${open.number}，${RECOGNITION_STATUS_LABELS[open.status]}`;
  throw new DomainError('platform.wrong-state', `已经有一件${RELIEF_KIND_LABELS[kind]}申请（${said}）`);
}
