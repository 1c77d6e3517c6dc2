import type pg from 'pg';
import type { ApplicationStatus } from '#contracts/benefits/lifecycle.ts';
import type { Scheme } from '#contracts/benefits/schemes.ts';
import { copyRows } from '#platform/database/copy-rows.ts';
import { type NewDetermination, upsertDeterminations } from './db/determinations.ts';

/** An application as an import or the demo brings it; decided ones name who decided. */
export type BulkApplication = {
  applicationId: string;
  elderId: string;
  areaCode: string;
  scheme: Scheme;
  status: ApplicationStatus;
  appliedOn: string;
  appliedBy: { accountId: string; name: string };
  decided: { by: { accountId: string; name: string }; at: string; note: string | null } | null;
};

/** Inserts many in one statement; `client` runs as batch in an area that holds them all. */
export async function insertApplications(client: pg.ClientBase, rows: readonly BulkApplication[]): Promise<void> {
  await client.query(
    `insert into benefit_applications (elder_id, application_id, area_code, happened_area, scheme, status, applied_on, applied_at,
       applied_by, applied_by_name, checked_by, decided_by, decided_by_name, decided_at, decision_note)
     select elder, id, area, area, scheme, status, day, day::timestamp at time zone 'Asia/Shanghai' + interval '10 hours',
       maker, maker_name, checker, checker, checker_name, decided, note
     from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::date[], $7::uuid[], $8::text[], $9::uuid[], $10::text[], $11::timestamptz[], $12::text[])
       as r (elder, id, area, scheme, status, day, maker, maker_name, checker, checker_name, decided, note)`,
    [
      ...[rows.map(r => r.elderId), rows.map(r => r.applicationId), rows.map(r => r.areaCode), rows.map(r => r.scheme)],
      ...[rows.map(r => r.status), rows.map(r => r.appliedOn)],
      ...[rows.map(r => r.appliedBy.accountId), rows.map(r => r.appliedBy.name)],
      ...[rows.map(r => r.decided?.by.accountId ?? null), rows.map(r => r.decided?.by.name ?? null)],
      ...[rows.map(r => r.decided?.at ?? null), rows.map(r => r.decided?.note ?? null)],
    ],
  );
}

const COLUMNS = [
  ...['elder_id', 'application_id', 'area_code', 'happened_area', 'scheme', 'status', 'applied_on', 'applied_at'],
  ...['applied_by', 'applied_by_name', 'checked_by', 'decided_by', 'decided_by_name', 'decided_at', 'decision_note'],
];

/** The same by COPY, for a client above the row rules (the bulk load of a whole city). */
export async function copyApplications(client: pg.ClientBase, rows: readonly BulkApplication[]): Promise<void> {
  const lines = rows.map(r => [
    ...[r.elderId, r.applicationId, r.areaCode, r.areaCode, r.scheme, r.status],
    ...[r.appliedOn, `${r.appliedOn}T10:00:00+08:00`, r.appliedBy.accountId, r.appliedBy.name],
    ...[r.decided?.by.accountId, r.decided?.by.accountId, r.decided?.by.name, r.decided?.at, r.decided?.note],
  ]);
  if (lines.length > 0) await copyRows(client, { table: 'benefit_applications', columns: COLUMNS }, lines);
}

/** Stores determinations of past months; `at` is the instant they are said to have been made. */
export const insertDeterminations = (client: pg.ClientBase, rows: readonly NewDetermination[], at: string) =>
  upsertDeterminations({ client, now: at }, rows, null);
