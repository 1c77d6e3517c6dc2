import { DomainError } from '#contracts/errors.ts';
import { documentLifecycle, type PolicyDocument, type ReviewValue } from '#contracts/policies/documents.ts';
import { makeTasks, type NewTask } from '#modules/tasks/index.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { advance } from '#platform/lifecycle/advance.ts';
import { publish } from '#platform/outbox/publish.ts';
import * as db from './db.ts';
import { documentAnswer } from './document-answer.ts';

/** Puts a fully decided document on the books: its measures and rows become tasks in the same transaction. */
export async function recordDocument(ctx: Context, id: string): Promise<PolicyDocument> {
  const document = await db.findDocument(ctx, id);
  if (!document) throw new DomainError('platform.not-found');
  if (document.status !== 'in-review') throw new DomainError('policies.already-recorded');
  const items = await db.listItems(ctx, id);
  const undecided = items.filter(item => item.state === 'pending').length;
  if (undecided > 0)
    throw new DomainError('policies.undecided', `还有 ${undecided} 处没有审完，全部确认、更正或标为“不是”后才能入账`);
  const kept = items.filter(item => item.state !== 'rejected');
  const header = kept.find(item => item.kind === 'header')?.decided as ReviewValue<'header'> | undefined;
  if (!header) throw new DomainError('policies.undecided', '文件标题和日期不能标为“不是”，请更正后再入账');
  const hasProgress = kept.some(item => item.kind === 'progress');
  if (hasProgress && !header.period) {
    throw new DomainError('policies.undecided', '这是进展情况表，请在文件信息里更正并填写期次，例如 2025-Q2');
  }
  const subject = { kind: 'policy-document', id, areaCode: document.area_code };
  await advance(ctx, { table: documentLifecycle, subject, status: 'in-review', action: 'record' });
  await db.recordDocument(ctx, id, header);
  const source = {
    documentId: id,
    title: header.title,
    number: header.documentNumber,
    areaCode: document.area_code,
    period: header.period,
  };
  const parts = await makeTasks(ctx, source, tasksOf(kept));
  await record(ctx, { action: 'policies.record', subject, areaCode: document.area_code, after: { parts } });
  await publish(ctx, { name: 'policy.recorded', documentId: id, areaCode: document.area_code });
  return documentAnswer(ctx, id);
}

/** One task a measure or row, with the units, targets and figures that were kept under its number. */
export function tasksOf(kept: readonly db.ItemRow[]): NewTask[] {
  return kept.flatMap((item, sortNo): NewTask[] => {
    if (item.kind !== 'measure' && item.kind !== 'progress') return [];
    const own = ownParts(kept, sortNo);
    const base = { number: String(item.number), sortNo: item.number, units: own.units, targets: own.targets };
    if (item.kind === 'measure') {
      const { title, text } = item.decided as ReviewValue<'measure'>;
      return [{ ...base, kind: 'measure', title, text, progress: [] }];
    }
    const { task, items } = item.decided as ReviewValue<'progress'>;
    const progress = items.map((text, i) => ({ number: i + 1, text, figures: own.figures }));
    return [{ ...base, kind: 'progress-row', title: '', text: task, progress }];
  });
}

function ownParts(kept: readonly db.ItemRow[], at: number) {
  const rest = kept.slice(at + 1);
  const end = rest.findIndex(other => other.kind === 'measure' || other.kind === 'progress');
  const own = end < 0 ? rest : rest.slice(0, end);
  const figures = own
    .filter(part => part.kind === 'figure')
    .flatMap(part => {
      const { quote, value, indicatorCode } = part.decided as ReviewValue<'figure'>;
      return indicatorCode ? [{ code: indicatorCode, quote, value }] : [];
    });
  return {
    units: own.filter(part => part.kind === 'units').flatMap(part => (part.decided as ReviewValue<'units'>).units),
    targets: own.filter(part => part.kind === 'target').map(part => part.decided as ReviewValue<'target'>),
    figures,
  };
}
