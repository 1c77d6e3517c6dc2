-- accounts: a legal guardian is recorded by one person and confirmed by another; until then it opens nothing.

alter table posts add column guardian_asked_by uuid, add column guardian_asked_name text, add column guardian_confirmed_by uuid,
  add column guardian_confirmed_name text;
alter table posts drop constraint posts_guardian;
-- Whom one person alone had recorded waits for a second one now.
update posts p set guardian_from = null, guardian_asked_by = coalesce(a.account_id, '00000000-0000-0000-0000-000000000000'),
  guardian_asked_name = coalesce(a.actor_name, '原登记人')
from posts q left join lateral (select e.account_id, e.actor_name from audit_entries e
  where e.elder_id = q.elder_id and e.action = 'accounts.set-guardian' order by e.at desc limit 1) a on true
where q.post_id = p.post_id and p.guardian_evidence is not null;
insert into due_items (due_id, subject_kind, subject_id, elder_id, area_code, for_role, kind_label, title, reason, action_label, path,
  opened_at, from_date)
select gen_random_uuid(), 'guardian', post_id, elder_id, area_code, 'street', '监护人', '核准' || holder_name || '为法定监护人',
  '原来由一个人登记，要另一人对着依据核准', '去核准', '/desk/elders/' || elder_id, now(), current_date
from posts where guardian_evidence is not null;
alter table posts add constraint posts_guardian check (
  (guardian_evidence is null) = (guardian_asked_by is null) and (guardian_evidence is null) = (guardian_asked_name is null)
  and (guardian_from is null) = (guardian_confirmed_by is null) and (guardian_from is null) = (guardian_confirmed_name is null)
  and (guardian_evidence is null or role = 'family') and (guardian_from is null or guardian_evidence is not null)
  and (guardian_confirmed_by is null or (guardian_confirmed_by <> guardian_asked_by and guardian_confirmed_by <> account_id)));
