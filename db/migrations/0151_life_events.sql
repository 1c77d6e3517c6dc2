-- Life events of a person (迁居、住院、入住机构、旅居、回家、去世) and the hand-over between streets.

-- The absence that holds now; null = at home as far as the register knows.
alter table elders add column away text check (away in ('hospital', 'institution', 'travel'));

create table elder_life_events (
  elder_id uuid not null references elders,
  event_id uuid not null,
  area_code text collate "C" not null,
  happened_area text collate "C" not null,
  kind text not null check (kind in ('move', 'move-out', 'hospital', 'institution', 'travel', 'return', 'death')),
  status text not null check (status in ('offered', 'recorded', 'refused', 'withdrawn', 'undo-asked', 'undone')),
  happened_on date not null,
  until_on date,
  from_area text collate "C",
  to_area text collate "C",
  -- Where to, in words, outside the city or for an absence (which hospital, which institution).
  place text,
  note text,
  -- The facts that this event replaced, for its undo; nothing sealed.
  before jsonb not null,
  -- New and former door of a move.
  sealed bytea,
  recorded_by uuid not null,
  recorded_by_name text not null,
  recorded_at timestamptz not null,
  decided_by_name text,
  decided_at timestamptz,
  decision_note text,
  undo_reason text,
  undo_asked_by uuid,
  undo_asked_by_name text,
  undo_asked_at timestamptz,
  undone_by_name text,
  undone_at timestamptz,
  primary key (elder_id, event_id)
);
create index elder_life_events_at on elder_life_events (elder_id, recorded_at desc);
-- One hand-over of a person at a time.
create unique index elder_life_events_offered on elder_life_events (elder_id) where status = 'offered';
select row_rules('elder_life_events', '{"area":"area_code","family":"elder_id","readOnly":["family"]}');

-- The receiving street's side of a move: what it needs to decide, in its own area.
create table elder_handovers (
  event_id uuid primary key,
  elder_id uuid not null,
  area_code text collate "C" not null,
  from_area text collate "C" not null,
  name text not null,
  sex text not null check (sex in ('男', '女')),
  born_on date not null,
  moved_on date not null,
  road text,
  compound text,
  note text,
  status text not null check (status in ('offered', 'accepted', 'refused', 'withdrawn')),
  offered_by_name text not null,
  offered_at timestamptz not null,
  decided_by_name text,
  decided_at timestamptz,
  decision_note text
);
create index elder_handovers_area on elder_handovers (area_code, offered_at desc, event_id);
create index elder_handovers_elder on elder_handovers (elder_id);
select row_rules('elder_handovers', '{"area":"area_code"}');

create or replace view elders_v_brief with (security_invoker = true) as
  select elder_id, area_code, name, sex, born_on, road, compound, lon, lat, living, left_behind, economic_class,
    family_planning_special, ability_level, ability_valid_to, dementia, disabilities, multiple_disability, wish_for_visits,
    service_mode, status, died_on, hukou_area_code, hukou_in_beijing, hukou_left_on, registered_at, source, away
  from elders;
