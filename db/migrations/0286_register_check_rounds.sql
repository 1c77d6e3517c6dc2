-- Rounds of a check of the register that are over: killed or stopped, the check goes on after them on the same day.
create table register_check_rounds (
  round_id uuid primary key,
  area_code text collate "C" not null,
  began_at timestamptz not null,
  names text[] not null,
  compared bigint not null,
  -- Pairs worth judging: elder ids by twos, sixteen bytes each.
  met bytea not null
);
create index register_check_rounds_area on register_check_rounds (area_code);
select row_rules('register_check_rounds', '{}');
