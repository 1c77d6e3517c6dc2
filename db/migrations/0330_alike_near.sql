-- elders look-up: dates, names and communities of people of the caller's area whom the rules may find alike (elders,
-- rules/duplicates.ts). It walks the index of birth dates and judges the area afterwards: under the row rules the planner
-- prefers to walk a whole street for one person. Characters that may stand at a place of the name come as one text.
-- Nothing outside the caller's area is answered.
create function elders_alike_near(
  same_days date[], surnames text, near_days date[], names text[],
  heard_days date[], head text, behind text, seconds text, thirds text
) returns table (born_on date, name text, area_code text)
language sql stable security definer set search_path = public as $$
  select f.born_on, f.name, f.area_code from (
    select e.born_on, e.name, e.area_code from elders e where e.born_on = any (same_days) and strpos(surnames, left(e.name, 1)) > 0
    union
    select e.born_on, e.name, e.area_code from elders e where e.born_on = any (near_days) and e.name = any (names)
    union
    select e.born_on, e.name, e.area_code from elders e
      where e.born_on = any (heard_days) and e.name >= head and e.name < behind
        and strpos(seconds, substr(e.name, 2, 1)) > 0 and strpos(thirds, substr(e.name, 3, 1)) > 0
    offset 0
  ) f
  where f.area_code >= current_setting('yinian.area_from', true) and f.area_code < current_setting('yinian.area_to', true)
$$;
alter function elders_alike_near(date[], text, date[], text[], date[], text, text, text, text) owner to yinian_lookup;
revoke all on function elders_alike_near(date[], text, date[], text[], date[], text, text, text, text) from public;
grant execute on function elders_alike_near(date[], text, date[], text[], date[], text, text, text, text) to yinian_area;
