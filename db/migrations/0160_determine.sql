-- benefits: a month determined set by set. What a result rests on, who pays it, and whose facts changed since a run.

alter table benefit_determinations
  -- District of 户籍, which pays (160号八); null only on rows older than this migration, filled by the next run.
  add column payer_code text collate "C" check (payer_code ~ '^\d{6}000000$'),
  -- Key of the tier met; a changed rate of the same tier is found by it.
  add column tier text,
  -- Hash of the facts and the law looked at: equal = nothing to write.
  add column facts_mark bigint;
create index benefit_determinations_payer on benefit_determinations (payer_code, month, elder_id, scheme);
create index benefit_determinations_areas on benefit_determinations (area_code, month);

-- Start, stop and failed review by scheme, with their days: {"met":{"care":"2025-03-01"},"lost":{},"reviewFailed":{}}.
alter table benefit_facts add column by_scheme jsonb not null default '{}';

-- Whose facts changed, marked in the change's own transaction. The transaction id says after which run: a run covers
-- everything below the oldest transaction still open when it began.
create table benefit_changes (
  elder_id uuid primary key references elders,
  area_code text collate "C" not null,
  changed_xid bigint not null,
  because text not null,
  changed_at timestamptz not null
);
create index benefit_changes_xid on benefit_changes (changed_xid);
select row_rules('benefit_changes', '{"area":"area_code"}');

alter table benefit_batches
  add column mode text not null default 'full' check (mode in ('full', 'changed')),
  add column through_xid bigint,
  add column added integer not null default 0,
  add column changed integer not null default 0,
  add column removed integer not null default 0,
  -- Rows already paid that present facts would lower: kept, the findings decide.
  add column kept integer not null default 0;

create or replace view benefits_v_determinations with (security_invoker = true) as
  select determination_id, elder_id, area_code, happened_area, scheme, month, amount_fen, from_month, paid_by, payer_code, tier
  from benefit_determinations;

-- A district pays for people of its 户籍 who live elsewhere: its run looks for them by this.
create index elders_hukou on elders (hukou_area_code);
