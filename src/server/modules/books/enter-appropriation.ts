import { DomainError } from '#contracts/errors.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { areaAt } from '#shared/area-codes.ts';
import { monthOf } from '#shared/dates.ts';
import { newId } from '#shared/ids.ts';
import { fenToYuanText } from '#shared/money.ts';
import { insertAppropriation } from './db.ts';
import { post } from './post.ts';

type Given = { documentNumber: string; receivedOn: string; amountFen: number };

/** Money that came into the subsidy account, by the document that sent it; posted once. */
export async function enterAppropriation(ctx: Context, given: Given): Promise<{ id: string }> {
  if (given.receivedOn > ctx.today)
    throw new DomainError('platform.invalid-input', undefined, { receivedOn: '到账日期不能晚于今天' });
  const id = newId();
  const areaCode = areaAt(ctx.actor.areaCode, 'district');
  if (!(await insertAppropriation(ctx, { id, areaCode, ...given })))
    throw new DomainError('books.already-entered', undefined, { documentNumber: '这个文号已经登记过' });
  const note = `财政拨入，${given.documentNumber}`;
  const subject = { kind: 'appropriation', id };
  const of = { areaCode, month: monthOf(given.receivedOn), subjectKind: subject.kind, subjectId: id, step: 'enter' };
  await post(ctx, of, [{ debit: 'funds', credit: 'appropriation', fen: given.amountFen, note }]);
  const said = `${note}，${fenToYuanText(given.amountFen)}元`;
  await record(ctx, { action: 'books.enter-appropriation', subject, areaCode, note: said });
  return { id };
}
