-- card-uses: a table is read in the background, a page at a time, and may be stopped; what was taken stays.
alter table card_use_batches
  add column status text not null default 'taken' check (status in ('reading', 'taken', 'stopped')),
  add column sheet integer not null default 0,
  add column heading_row integer not null default 0,
  add column mapping jsonb not null default '[]',
  -- The last row of the table that is done: a killed process goes on below it.
  add column last_row integer not null default 0,
  -- The key of the working file, sealed; null once it is read.
  add column sealed bytea,
  add column run_id uuid,
  add column error text,
  add column started_by uuid,
  add column started_by_post uuid,
  add column started_by_role text;
alter table card_use_batches alter column status drop default;
