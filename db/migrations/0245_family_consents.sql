-- consents: the family sees money and health only where the elder agreed; a legal guardian needs no such word.

alter table consents drop constraint consents_purpose_check;
alter table consents add constraint consents_purpose_check check (purpose in ('health-doctor', 'location-alarm', 'photo-service',
  'family-view', 'family-money', 'family-health', 'cross-area', 'publication'));

-- Who of the family is the elder's legal guardian (民法典第三十三、三十五条), since when and by which paper.
alter table posts add column guardian_from date, add column guardian_evidence text,
  add constraint posts_guardian check ((guardian_from is null) = (guardian_evidence is null) and (guardian_from is null or role = 'family'));

-- The accounts of one elder's guardians on a day; the family itself does not read posts.
create function accounts_guardians(elder uuid, on_day date)
returns table (account_id uuid)
language plpgsql stable security definer set search_path = public as $$
begin
  return query select p.account_id from posts p
    where p.elder_id = elder and p.role = 'family' and p.guardian_from <= on_day and p.from_on <= on_day and (p.to_on is null or p.to_on >= on_day);
end $$;
alter function accounts_guardians(uuid, date) owner to yinian_lookup;
revoke all on function accounts_guardians(uuid, date) from public;
grant execute on function accounts_guardians(uuid, date) to yinian_area, yinian_family, yinian_batch;
