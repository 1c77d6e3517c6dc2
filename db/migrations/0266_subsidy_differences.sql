-- subsidies: a month that was paid is computed again when its records have changed since; the difference is paid in addition
-- or taken from what the organisation gets next.

-- Entered by mistake: the row stays, nothing counts it any more.
alter table place_uses add column withdrawn_because text;
alter table place_uses add column withdrawn_by text;
alter table place_uses add column withdrawn_at timestamptz;
alter table place_uses add check ((withdrawn_at is null) = (withdrawn_because is null) and (withdrawn_at is null) = (withdrawn_by is null));
drop index place_uses_meal, place_uses_open;
create unique index place_uses_meal on place_uses (elder_id, from_on) where kind = 'meal' and withdrawn_at is null;
create unique index place_uses_open on place_uses (elder_id, kind) where kind <> 'meal' and to_on is null and withdrawn_at is null;

-- 1 = the month's own; 2 and more: computed again after the one before was paid. Amounts are those of the whole month;
-- former_fen is what stands of the rounds before (paid and not asked back): the difference is what this round pays.
alter table subsidy_statements add column round integer not null default 1 check (round >= 1);
alter table subsidy_statements add column former_fen bigint not null default 0 check (former_fen >= 0);
-- The stars of the day it was computed: a later rating does not reach back.
alter table subsidy_statements add column stars integer;
-- Where the month came to less: the recovery of the difference.
alter table subsidy_statements add column recovery_id uuid;
alter table subsidy_statements add check (round > 1 or former_fen = 0);
alter table subsidy_statements drop constraint subsidy_statements_status_check;
alter table subsidy_statements add constraint subsidy_statements_status_check
  check (status in ('computed', 'approved', 'paid', 'settled', 'cancelled'));
alter table subsidy_statements add check (status <> 'settled' or approved_by is not null);
drop index subsidy_statements_live;
create unique index subsidy_statements_live on subsidy_statements (facility_id, scheme, month, round) where status <> 'cancelled';
create unique index subsidy_statements_open on subsidy_statements (facility_id, scheme, month) where status in ('computed', 'approved');

-- What was looked at in the person: a past month is computed again from the same facts, not from what the person is today.
alter table subsidy_people add column facts jsonb;
-- What the round before gave for the person; null = the first round.
alter table subsidy_people add column former_fen bigint check (former_fen >= 0);
