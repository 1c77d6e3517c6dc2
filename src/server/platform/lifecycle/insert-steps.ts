import type pg from 'pg';
import { insertMany } from '../database/insert-many.ts';
import type { Subject } from './advance.ts';

/** A step already taken, as an import or the demo brings it. */
export type PastStep = {
  stepId: string;
  at: string;
  subject: Subject;
  action: string;
  label: string;
  from: string | null;
  to: string;
  actor: { name: string; accountId: string | null; role: string };
  note?: string | null;
};

const STEPS = {
  table: 'lifecycle_steps',
  columns: {
    step_id: 'uuid',
    at: 'timestamptz',
    subject_kind: 'text',
    subject_id: 'uuid',
    elder_id: 'uuid',
    area_code: 'text',
    organisation_id: 'uuid',
    assignee_id: 'uuid',
    action: 'text',
    label: 'text',
    from_status: 'text',
    to_status: 'text',
    actor_name: 'text',
    account_id: 'uuid',
    role: 'text',
    note: 'text',
  },
};

/** Steps of the past in bulk, without duties; for a client in the batch role. Answers the number of rows. */
export function insertSteps(client: pg.ClientBase, steps: readonly PastStep[]): Promise<number> {
  return insertMany(
    client,
    STEPS,
    steps.map(step => ({
      step_id: step.stepId,
      at: step.at,
      subject_kind: step.subject.kind,
      subject_id: step.subject.id,
      elder_id: step.subject.elderId,
      area_code: step.subject.areaCode,
      organisation_id: step.subject.organisationId,
      assignee_id: step.subject.assigneeId,
      action: step.action,
      label: step.label,
      from_status: step.from,
      to_status: step.to,
      actor_name: step.actor.name,
      account_id: step.actor.accountId,
      role: step.actor.role,
      note: step.note ?? null,
    })),
  );
}
