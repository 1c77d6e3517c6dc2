-- consents: four purposes for the classes of data (S1-18.2), and the word of one person asked by the database itself.

alter table consents drop constraint consents_purpose_check;
alter table consents add constraint consents_purpose_check check (purpose in ('health-doctor', 'location-alarm', 'photo-service',
  'family-view', 'family-money', 'family-health', 'official-health', 'official-medical', 'organisation-health',
  'organisation-medical', 'cross-area', 'publication'));

-- Whether the person's last word in force at the transaction's business instant is yes; without a word it is no.
create function consents_given(elder uuid, asked text) returns boolean
language plpgsql stable security definer set search_path = public as $$
declare
  on_day date := (nullif(current_setting('yinian.at', true), '')::timestamptz at time zone 'Asia/Shanghai')::date;
  said text;
begin
  select c.decision into said from consents c
    where c.elder_id = elder and c.purpose = asked and c.valid_from <= on_day and (c.valid_to is null or c.valid_to >= on_day)
    order by c.decided_at desc, c.consent_id desc limit 1;
  return coalesce(said = 'given', false);
end $$;
alter function consents_given(uuid, text) owner to yinian_lookup;
revoke all on function consents_given(uuid, text) from public;
grant execute on function consents_given(uuid, text) to yinian_granted;
