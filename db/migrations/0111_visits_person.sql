-- The visitor at the door reaches no register: who and where is copied into the plan and kept by the same reaction.
alter table visit_plans add column person jsonb not null default '{}';
alter table visit_plans add column assignee_name text;
alter table visits add column person_name text;

-- Who answers for visits: the station of the community, else a station of its street, else its centre.
create function visits_responsible_station(community text, street_from text, street_to text)
returns table (organisation_id uuid, name text)
language plpgsql stable security definer set search_path = public as $$
begin
  return query
    select o.organisation_id, o.name from organisations o
    where o.area_code >= street_from and o.area_code < street_to and o.kind in ('station', 'centre') and o.closed_on is null
    order by (o.kind = 'station' and o.area_code = community) desc, (o.kind = 'station') desc, o.area_code, o.organisation_id limit 1;
end $$;
alter function visits_responsible_station(text, text, text) owner to yinian_lookup;
revoke all on function visits_responsible_station(text, text, text) from public;
grant execute on function visits_responsible_station(text, text, text) to yinian_batch;
