import { ageOn, civilDateToDays } from '#shared/dates.ts';
import { pick, type Random } from '#shared/random.ts';
import { dateOfDay, demoId, instantOf, msOf } from './demo-ids.ts';
import type { DemoVisit, DemoVisitPlan } from './history-types.ts';
import { DEMO_START, HISTORY_FROM } from './model.ts';
import type { DemoElder } from './people-types.ts';
import type { LocalSupply } from './supply.ts';

const TODAY = civilDateToDays(DEMO_START);
const NEEDS = ['助餐', '助浴', '助医', '助洁', '精神慰藉', '适老化改造', '辅具租赁', '代办'];

/** 重点巡视探访对象: why this person is visited; empty for most. Groups follow document 001 (高龄独居、失能、特殊家庭、特困). */
export function visitGroups(e: DemoElder): string[] {
  if (e.living === '住养老机构' || !e.wishForVisits) return [];
  const groups: string[] = [];
  const age = ageOn(e.bornOn, DEMO_START);
  if (e.living === '独居' && age >= 80) groups.push('高龄独居');
  if (e.living !== '与子女同住' && (e.ability === '重度失能' || e.ability === '完全失能')) groups.push('重度失能');
  if (e.specialFamily === '计划生育特殊家庭' && e.living === '独居') groups.push('计划生育特殊家庭');
  if (e.economic === '特困') groups.push('特困');
  if (e.leftBehind && age >= 80) groups.push('农村留守');
  return groups;
}

/** One plan a person and one visit a month since it began; this month's may still be due. */
export function* visitsOf(r: Random, e: DemoElder, local: LocalSupply): Generator<DemoVisitPlan | DemoVisit> {
  const groups = visitGroups(e);
  if (groups.length === 0 || local.workers.length === 0) return;
  const staffId = pick(r, local.workers).staffId;
  const first = civilDateToDays(HISTORY_FROM) + r.below(300);
  const planId = demoId(r, msOf(first, 540));
  const base = { planId, elderId: e.elderId, areaCode: e.areaCode, staffId };
  yield { kind: 'visit-plan', ...base, groups, everyMonths: 1, startedOn: dateOfDay(first) };
  for (let due = first + r.below(28); due <= TODAY + 10; due += 28 + r.below(5)) yield visit(r, base, due);
}

function visit(
  r: Random,
  base: Omit<DemoVisitPlan, 'kind' | 'groups' | 'everyMonths' | 'startedOn'>,
  due: number,
): DemoVisit {
  const done = due - r.below(4);
  const waiting = done >= TODAY || (due > TODAY - 3 && r.next() < 0.5);
  const minute = 540 + r.below(480);
  const u = r.next();
  const result = u < 0.86 ? '平安' : u < 0.95 ? '有需求' : u < 0.985 ? '无人应答' : '有异常';
  return {
    kind: 'visit',
    visitId: demoId(r, msOf(due - 30, 300)),
    ...base,
    dueOn: dateOfDay(due),
    doneAt: waiting ? null : instantOf(done, minute),
    method: r.next() < 0.62 ? '入户' : '电话',
    result: waiting ? null : result,
    needs: !waiting && result === '有需求' ? [pick(r, NEEDS)] : [],
  };
}
