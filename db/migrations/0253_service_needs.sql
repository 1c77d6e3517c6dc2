-- needs: 服务需求清单. What a visit or a survey found stands here until it is met or given up; a visit keeps what it saw.

create table service_needs (
  elder_id uuid not null references elders,
  need_id uuid not null,
  area_code text collate "C" not null,
  elder_name text not null,
  kind text not null check (kind in ('medical', 'mood', 'meals', 'hazard', 'care', 'devices', 'other')),
  item_code text,
  item_name text,
  text text,
  urgent boolean not null default false,
  source text not null check (source in ('visit', 'survey')),
  visit_id uuid,
  found_on date not null,
  found_by text not null,
  status text not null check (status in ('unmet', 'matching', 'met', 'given-up')),
  note text,
  stepped_by text,
  stepped_at timestamptz,
  order_id uuid,
  primary key (elder_id, need_id),
  check ((source = 'visit') = (visit_id is not null)),
  check ((item_code is null) = (item_name is null)),
  check (status <> 'given-up' or note is not null)
);
create unique index service_needs_id on service_needs (need_id);
-- The same need of a person once until it is met or given up; seen again at the next visit it is the same one.
create unique index service_needs_open on service_needs (elder_id, kind, coalesce(item_code, '')) where status in ('unmet', 'matching');
create index service_needs_area on service_needs (area_code, status, found_on);
create index service_needs_order on service_needs (order_id) where order_id is not null;
select row_rules('service_needs', '{"area":"area_code"}');

-- What visits found so far: answered = met, otherwise still wanted (the newest of a kind, the older ones are the same need).
insert into service_needs (elder_id, need_id, area_code, elder_name, kind, text, source, visit_id, found_on, found_by, status, note,
  stepped_by, stepped_at)
select distinct on (v.visit_id, n.kind) v.elder_id, gen_random_uuid(), v.area_code, coalesce(v.person_name, ''), n.kind, v.note, 'visit', v.visit_id, v.visited_on,
  v.by_name, case when v.need_answer is null then 'unmet' else 'met' end, v.need_answer, v.need_answered_by, v.need_answered_at
from visits v cross join lateral jsonb_array_elements_text(v.found_needs) n(kind)
where v.need_answer is not null
  or not exists (select 1 from visits l where l.elder_id = v.elder_id and l.found_needs ? n.kind and l.need_answer is null
    and (l.visited_at, l.visit_id) > (v.visited_at, v.visit_id));
-- The open duty of a visit becomes one of each of its needs.
insert into due_items
select (jsonb_populate_record(null::due_items, to_jsonb(d) || jsonb_build_object('due_id', gen_random_uuid(), 'subject_kind', 'service-need',
  'subject_id', n.need_id, 'path', '/desk/needs?elderId=' || n.elder_id))).*
from due_items d join service_needs n on n.visit_id::text = d.subject_id::text and n.status = 'unmet'
where d.subject_kind = 'visit' and d.closed_at is null;
update due_items set closed_at = now() where subject_kind = 'visit' and closed_at is null;

alter table visits drop column need_answer, drop column need_answered_by, drop column need_answered_at;
