import { assignmentLifecycle } from '#contracts/tasks.ts';
import { ensureGovernmentUnit } from '#modules/accounts/index.ts';
import { expandGroupUnit } from '#modules/areas/index.ts';
import { recogniseIndicator } from '#modules/indicators/index.ts';
import { record } from '#platform/audit/record.ts';
import { holidayTables } from '#platform/calendar/tables.ts';
import { addWorkingDays } from '#platform/calendar/working-days.ts';
import type { Context } from '#platform/http/context.ts';
import { advance } from '#platform/lifecycle/advance.ts';
import { dayWords } from '#shared/dates.ts';
import { newId } from '#shared/ids.ts';
import * as db from './db.ts';
import { cutSentence } from './segments.ts';
import type { NewTask, NewUnit, TaskSource } from './types.ts';

/** Working days to take a task up when the document names no date: our default, to be configured (designDefault). */
const TAKE_UP_WITHIN = 5;

/**
 * Turns reviewed measures or table rows into tasks, one part a unit; 各街镇 becomes the streets in force today.
 * Runs in the transaction that records the document, so there is never half a document. Returns how many parts were made.
 */
export async function makeTasks(ctx: Context, source: TaskSource, tasks: readonly NewTask[]): Promise<number> {
  let parts = 0;
  for (const task of tasks) {
    const taskId = await db.insertTask(ctx, source, task);
    for (const unit of task.units) parts += await assignUnit(ctx, { source, task, taskId }, unit);
    await storeProgress(ctx, { source, task, taskId });
    const after = { title: task.title, units: task.units.length, targets: task.targets.length };
    await record(ctx, {
      action: 'tasks.make',
      subject: { kind: 'task', id: taskId },
      areaCode: source.areaCode,
      after,
    });
  }
  return parts;
}

type Made = { source: TaskSource; task: NewTask; taskId: string };

async function assignUnit(ctx: Context, made: Made, unit: NewUnit): Promise<number> {
  const { areaCode } = made.source;
  const group = unit.group ? await expandGroupUnit(ctx, areaCode, { phrase: unit.name }) : undefined;
  if (group && group.rows.length > 0) {
    for (const area of group.rows) {
      await assign(ctx, made, {
        areaCode: area.code,
        organisationId: null,
        name: area.name,
        groupName: unit.name,
        role: unit.role,
      });
    }
    return group.rows.length;
  }
  const organisationId = await ensureGovernmentUnit(ctx, { name: unit.name, areaCode });
  await assign(ctx, made, { areaCode, organisationId, name: unit.name, groupName: null, role: unit.role });
  return 1;
}

type Part = {
  areaCode: string;
  organisationId: string | null;
  name: string;
  groupName: string | null;
  role: string | null;
};

async function assign(ctx: Context, { source, task, taskId }: Made, part: Part): Promise<void> {
  const assignmentId = newId();
  const deadline = task.dueOn ?? task.targets.map(target => target.deadline).find(Boolean);
  const take = addWorkingDays(holidayTables(), ctx.today, TAKE_UP_WITHIN);
  const row = {
    assignmentId,
    taskId,
    areaCode: part.areaCode,
    organisationId: part.organisationId,
    unitName: part.name,
    unitRole: part.role,
    groupName: part.groupName,
    dueOn: deadline ?? null,
    provisional: false,
  };
  await db.insertAssignment(ctx, { source, task, part: row });
  const isStreet = part.groupName !== null;
  await advance(ctx, {
    table: assignmentLifecycle,
    subject: {
      kind: 'task-assignment',
      id: assignmentId,
      areaCode: part.areaCode,
      organisationId: part.organisationId,
    },
    status: null,
    action: 'start',
    duty: {
      forRole: isStreet ? 'street' : 'department',
      kindLabel: '任务接办',
      title: `${task.number} ${task.title || task.text.slice(0, 30)}`,
      reason: `《${source.title}》${part.role === 'lead' ? '，牵头' : ''}，请在${dayWords(take.dueOn)}前接办`,
      actionLabel: '接办',
      path: `/desk/task-assignments/${assignmentId}`,
      withinWorkingDays: TAKE_UP_WITHIN,
    },
  });
}

/** Sentences of a progress table: figures that an indicator computes become slots, the rest stays as the unit wrote it. */
async function storeProgress(ctx: Context, { source, task, taskId }: Made): Promise<void> {
  const codes = new Set(task.targets.flatMap(target => target.indicatorCode ?? []));
  for (const item of task.progress) {
    const segments = cutSentence(item.text, item.figures);
    for (const segment of segments) if (segment.kind === 'figure') codes.add(segment.code);
    if (!source.period) continue;
    await db.insertProgress(ctx, {
      taskId,
      areaCode: source.areaCode,
      period: source.period,
      number: item.number,
      segments,
    });
  }
  await db.linkIndicators(ctx, { taskId, areaCode: source.areaCode }, [...codes]);
}

/** Which figures of a sentence an indicator computes; the reviewer may still correct each. */
export function recogniseFigures(item: string, facts: readonly { quote: string; value: number; unit: string }[]) {
  return facts.flatMap(fact => {
    const code = item.includes(fact.quote)
      ? recogniseIndicator({ item, quote: fact.quote, unit: fact.unit })
      : undefined;
    return code ? [{ code, quote: fact.quote, value: fact.value }] : [];
  });
}
