-- Who is paid, as a column: lines and transfers are joined by it, so it has an index and statistics like any other key
-- (an expression had neither for the planner, and an answer of the bank compared every line with every transfer).
alter table payment_lines add column payee_id uuid not null generated always as (coalesce(other_payee_id, elder_id)) stored;
alter table payment_transfers add column payee_id uuid not null generated always as (coalesce(other_payee_id, elder_id)) stored;
drop index payment_lines_payee, payment_transfers_once;
create index payment_lines_payee on payment_lines (cycle_id, payee_id);
create unique index payment_transfers_once on payment_transfers (cycle_id, payee_id, merged_from) nulls not distinct;

-- The batch role may ask for statistics after it has loaded many rows; the tables are not its own, so the owner does it.
create function refresh_statistics() returns void language plpgsql security definer set search_path = public as $$
begin
  analyze;
end $$;
revoke all on function refresh_statistics() from public;
grant execute on function refresh_statistics() to yinian_batch;
