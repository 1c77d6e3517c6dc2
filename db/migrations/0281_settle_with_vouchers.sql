-- A fourth payer of a price: the person's voucher. Orders and settlement lines say its part; what is redeemed goes to the
-- provider through the cycles like every other money decided elsewhere.

alter table orders add column voucher_fen bigint not null default 0;
alter table orders drop constraint orders_check;
alter table orders add constraint orders_check check (price_fen = ltc_fen + subsidy_fen + voucher_fen + self_fen);

alter table settle_lines add column voucher_fen bigint not null default 0;
alter table settle_lines drop constraint settle_lines_check;
alter table settle_lines add constraint settle_lines_check check (total_fen = ltc_fen + subsidy_fen + voucher_fen + self_fen);
alter table settle_lines drop constraint settle_lines_check1;
alter table settle_lines add constraint settle_lines_check1 check (case kind
  when 'charge' then least(ltc_fen, subsidy_fen, voucher_fen, self_fen) >= 0 and voids_line_id is null
  else greatest(ltc_fen, subsidy_fen, voucher_fen, self_fen) <= 0 and voids_line_id is not null end);
create or replace view settle_lines_v_facts with (security_invoker = true) as
  select line_id, kind, elder_id, area_code, happened_area, provider_id, order_id, record_id, item_code, served_on,
    ltc_fen, subsidy_fen, self_fen, total_fen, settled_on, voucher_fen
  from settle_lines;

-- Who pays first is the item's configuration; no document puts the voucher anywhere (designDefault): before the person.
alter table service_items alter column payer_order set default '{ltc,subsidy,voucher,self}';
update service_items set payer_order = array_remove(payer_order, 'self') || '{voucher,self}'::text[]
  where not 'voucher' = any (payer_order);

alter table payment_payables drop constraint payment_payables_source_kind_check;
alter table payment_payables add constraint payment_payables_source_kind_check check (source_kind in
  ('relief-application', 'funeral-claim', 'festival-visit', 'subsidy-statement', 'voucher-statement'));
alter table payment_payables drop constraint payment_payables_scheme_check;
alter table payment_payables add constraint payment_payables_scheme_check check (scheme in
  ('temporaryRelief', 'funeral', 'festivalVisit', 'station', 'institutionOperating', 'meal', 'voucher'));
do $$
declare target text;
begin
  foreach target in array array['payment_lines', 'payment_findings', 'payment_recoveries'] loop
    execute format('alter table %1$I drop constraint %2$I', target, target || '_scheme_check');
    execute format('alter table %1$I add constraint %2$I check (scheme in (''hardship'', ''care'', ''advancedAge'', ''temporaryRelief'',
      ''funeral'', ''festivalVisit'', ''station'', ''institutionOperating'', ''meal'', ''voucher''))', target, target || '_scheme_check');
  end loop;
end $$;

-- Authorised and not returned by the bank, before anything is asked back.
create view payments_v_authorised with (security_invoker = true) as
  select l.area_code, l.payer_code, l.elder_id, l.scheme, l.month, l.amount_fen as fen from payment_lines l
  join payment_cycles c on c.cycle_id = l.cycle_id
  where l.kind <> 'offset' and l.status in ('locked', 'sent', 'paid')
    and c.status in ('authorised', 'sent', 'answered', 'reconciled');
select publish_view('payments_v_authorised');
