-- needs: the station that answers for a community sees and steps its needs (as visits decide which: the community's own, else
-- one of its street, else the centre); a centre works in the declared scope of its street.
alter table service_needs add column organisation_id uuid;
update service_needs n set organisation_id = (select o.organisation_id from organisations o
  where left(o.area_code, 9) = left(n.area_code, 9) and o.kind in ('station', 'centre') and o.closed_on is null
  order by (o.kind = 'station' and o.area_code = n.area_code) desc, (o.kind = 'station') desc, o.area_code, o.organisation_id limit 1);
create index service_needs_organisation on service_needs (organisation_id, status) where organisation_id is not null;
drop policy service_needs_organisation on service_needs;
create policy service_needs_organisation on service_needs for all to yinian_organisation
  using (organisation_id = nullif(current_setting('yinian.organisation_id', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('yinian.organisation_id', true), '')::uuid);
grant select, update on service_needs to yinian_organisation;
