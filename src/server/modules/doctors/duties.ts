import type { Context } from '#platform/http/context.ts';
import type { Subject } from '#platform/lifecycle/advance.ts';
import { openDuty } from '#platform/lifecycle/advance.ts';
import type { ContractRow } from './db.ts';

const subjectOf = (row: ContractRow): Subject => ({
  kind: 'doctor-contract',
  id: row.contract_id,
  elderId: row.elder_id,
  areaCode: row.area_code,
  assigneeId: row.doctor_id,
});

/** A contact that the doctor owes on a day, one row of 今天要办. */
export async function oweContact(ctx: Context, row: ContractRow): Promise<void> {
  await openDuty(ctx, subjectOf(row), {
    forRole: 'doctor',
    kindLabel: '随访',
    title: `${row.person.name}，${row.contact_because ?? '随访'}`,
    reason: [row.person.living, row.person.place].filter(Boolean).join('，'),
    actionLabel: '记随访',
    path: `/desk/patients/${row.elder_id}`,
    dueAt: `${row.next_contact_on}T18:00:00+08:00`,
  });
}
