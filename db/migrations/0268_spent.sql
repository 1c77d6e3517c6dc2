-- payments: what the records say each expense account must hold: authorised and not returned by the bank, less what is asked back.
create view payments_v_spent with (security_invoker = true) as
  select l.area_code, l.payer_code, l.elder_id, l.scheme, l.month, l.amount_fen as fen from payment_lines l
  join payment_cycles c on c.cycle_id = l.cycle_id
  where l.kind <> 'offset' and l.status in ('locked', 'sent', 'paid')
    and c.status in ('authorised', 'sent', 'answered', 'reconciled')
  union all
  -- Taken off the months it was paid for.
  select r.area_code, r.payer_code, r.elder_id, r.scheme, m->>'month', -(m->>'fen')::bigint from payment_findings f
  join payment_recoveries r on r.recovery_id = f.recovery_id cross join jsonb_array_elements(f.months) m;
select publish_view('payments_v_spent');
