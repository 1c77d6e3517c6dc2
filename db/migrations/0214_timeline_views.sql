-- One timeline of a person: what happened without a lifecycle of its own is published in the same columns by its module.

create view visits_v_timeline with (security_invoker = true) as
  select elder_id, visit_id as event_id, visited_at as at, 'visit' as subject_kind,
    case method when 'phone' then '电话探访' else '上门探访' end
      || case result when 'ok' then '，平安' when 'no-answer' then '，没有人应' else '，发现问题' end as label,
    note, by_name as actor
  from visits;
select publish_view('visits_v_timeline');

create view doctors_v_timeline with (security_invoker = true) as
  select elder_id, contact_id as event_id, contacted_at as at, 'doctor-contact' as subject_kind,
    '家庭医生' || case way when 'home' then '上门' when 'phone' then '电话' else '门诊' end || '随访' as label,
    advice as note, doctor_name as actor
  from doctor_contacts;
select publish_view('doctors_v_timeline');

create view payments_v_timeline with (security_invoker = true) as
  select elder_id, transfer_id as event_id, answered_at as at, 'payment-transfer' as subject_kind,
    case status when 'paid' then '补贴到账' else '补贴没有到账' end || (amount_fen / 100.0)::numeric(12, 2) || '元' as label,
    failure_note as note, null::text as actor
  from payment_transfers where answered_at is not null;
select publish_view('payments_v_timeline');
