-- doctors: who has a family doctor, for the benefits that offer one.
create view doctors_v_contracts with (security_invoker = true) as
  select contract_id, elder_id, area_code, status, signed_on, ended_on from doctor_contracts;
select publish_view('doctors_v_contracts');
