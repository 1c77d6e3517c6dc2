-- payments: 低保金 and 特困供养金 go through the monthly cycle beside the three allowances.

alter table payment_lines drop constraint payment_lines_scheme_check;
alter table payment_lines add constraint payment_lines_scheme_check check (scheme in ('hardship', 'care', 'advancedAge',
  'minimumLiving', 'destituteSupport', 'temporaryRelief', 'funeral', 'festivalVisit', 'station', 'institutionOperating', 'meal'));
alter table payment_findings drop constraint payment_findings_scheme_check;
alter table payment_findings add constraint payment_findings_scheme_check check (scheme in ('hardship', 'care', 'advancedAge',
  'minimumLiving', 'destituteSupport', 'temporaryRelief', 'funeral', 'festivalVisit', 'station', 'institutionOperating', 'meal'));
alter table payment_recoveries drop constraint payment_recoveries_scheme_check;
alter table payment_recoveries add constraint payment_recoveries_scheme_check check (scheme in ('hardship', 'care', 'advancedAge',
  'minimumLiving', 'destituteSupport', 'temporaryRelief', 'funeral', 'festivalVisit', 'station', 'institutionOperating', 'meal'));
alter table payment_stops drop constraint payment_stops_scheme_check;
alter table payment_stops add constraint payment_stops_scheme_check check (scheme in ('hardship', 'care', 'advancedAge',
  'minimumLiving', 'destituteSupport'));
alter table payment_findings drop constraint payment_findings_rule_check;
alter table payment_findings add constraint payment_findings_rule_check check (rule in ('dead-yet-paid', 'moved-yet-paid',
  'institution-and-home', 'two-districts', 'two-files', 'death-corrected', 'recognition-ended', 'not-entitled'));

-- The timeline names what came.
create or replace view payments_v_timeline with (security_invoker = true) as
  select t.elder_id, t.transfer_id as event_id, t.answered_at as at, 'payment-transfer' as subject_kind,
    coalesce((select string_agg(distinct case l.scheme
        when 'hardship' then '困难老年人养老服务补贴' when 'care' then '失能老年人护理补贴' when 'advancedAge' then '高龄老年人津贴'
        when 'minimumLiving' then '低保金' when 'destituteSupport' then '特困供养金' when 'temporaryRelief' then '临时救助'
        when 'funeral' then '丧葬补贴' when 'festivalVisit' then '节日慰问' else '补贴' end, '、') from payment_lines l
      where l.cycle_id = t.cycle_id and l.payee_id = coalesce(t.other_payee_id, t.elder_id) and l.kind <> 'offset'
        and l.status in ('paid', 'failed')), '补贴')
      || case t.status when 'paid' then '到账' else '没有到账' end || (t.amount_fen / 100.0)::numeric(12, 2) || '元' as label,
    t.failure_note as note, null::text as actor
  from payment_transfers t where t.answered_at is not null;
