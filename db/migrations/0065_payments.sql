-- payments: settlement lines of verified service records. A line is never changed; a wrong one is voided by a negative line.

create table settle_lines (
  line_id uuid primary key,
  kind text not null check (kind in ('charge', 'void')),
  elder_id uuid not null,
  area_code text collate "C" not null,
  happened_area text collate "C" not null,
  provider_id uuid not null,
  provider_name text not null,
  order_id uuid not null,
  record_id uuid not null,
  item_code text not null,
  item_name text not null,
  elder_name text not null,
  served_on date not null,
  ltc_fen bigint not null,
  subsidy_fen bigint not null,
  self_fen bigint not null,
  total_fen bigint not null,
  voids_line_id uuid,
  reason text not null,
  made_at timestamptz not null,
  batch_id uuid,
  settled_on date,
  check (total_fen = ltc_fen + subsidy_fen + self_fen),
  check (case kind when 'charge' then least(ltc_fen, subsidy_fen, self_fen) >= 0 and voids_line_id is null
    else greatest(ltc_fen, subsidy_fen, self_fen) <= 0 and voids_line_id is not null end)
);
-- One line per verified record, one void per line.
create unique index settle_lines_record on settle_lines (record_id) where kind = 'charge';
create unique index settle_lines_void on settle_lines (voids_line_id) where voids_line_id is not null;
create index settle_lines_area on settle_lines (area_code, served_on);
create index settle_lines_provider on settle_lines (provider_id, served_on);
create index settle_lines_elder on settle_lines (elder_id, served_on);
select row_rules('settle_lines', '{"area":"area_code","organisation":"provider_id","family":"elder_id","readOnly":["area","organisation","family"]}');
-- Lines are written in the declared batch scope by the module's own verbs; only the payment batch may be set afterwards.
revoke update on settle_lines from yinian_batch;
grant update (batch_id, settled_on) on settle_lines to yinian_area, yinian_batch;

create view settle_lines_v_facts with (security_invoker = true) as
  select line_id, kind, elder_id, area_code, happened_area, provider_id, order_id, record_id, item_code, served_on,
    ltc_fen, subsidy_fen, self_fen, total_fen, settled_on
  from settle_lines;
select publish_view('settle_lines_v_facts');
