-- elders look-up 3: somebody outside the caller's area with the same name and birth date, or the same phone and one of the
-- two. Answers the district and what agrees, at most five, and audits itself under the other record's area.
create function elders_find_alike(wanted_name text, wanted_born date, phones bytea[], request text, asked_at timestamptz)
returns table (district_code text, same_name boolean, same_born boolean, same_phone boolean)
language plpgsql security definer set search_path = public as $$
declare
  asker uuid := nullif(current_setting('yinian.account_id', true), '')::uuid;
  area_from text := current_setting('yinian.area_from', true);
  area_to text := current_setting('yinian.area_to', true);
  one record;
begin
  for one in
    select f.elder_id, f.area_code, f.name = wanted_name as by_name, f.born_on is not distinct from wanted_born as by_born,
      bool_or(f.by_phone) as by_phone
    from (
      select e.elder_id, e.area_code, e.name, e.born_on, false as by_phone from elders e
        where e.born_on = wanted_born and e.name = wanted_name
      union all
      select e.elder_id, e.area_code, e.name, e.born_on, true from elder_sealed s join elders e on e.elder_id = s.elder_id
        where s.phone_index = any (phones) and (e.name = wanted_name or e.born_on = wanted_born)
    ) f
    where not (f.area_code >= area_from and f.area_code < area_to)
    group by 1, 2, 3, 4 order by 5 desc limit 5
  loop
    insert into audit_entries (entry_id, at, kind, action, request_id, account_id, actor_name, subject_kind, subject_id, elder_id, area_code, note)
    values (gen_random_uuid(), asked_at, 'read', 'elders.find-alike', request, asker,
      (select a.name from accounts a where a.account_id = asker), 'elder', one.elder_id, one.elder_id, one.area_code, '登记前在全市查相像的人');
    district_code := substr(one.area_code, 1, 6) || '000000';
    same_name := one.by_name;
    same_born := one.by_born;
    same_phone := one.by_phone;
    return next;
  end loop;
end $$;
alter function elders_find_alike(text, date, bytea[], text, timestamptz) owner to yinian_lookup;
revoke all on function elders_find_alike(text, date, bytea[], text, timestamptz) from public;
grant execute on function elders_find_alike(text, date, bytea[], text, timestamptz) to yinian_area;
