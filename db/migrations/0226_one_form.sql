-- benefits: what the applicant filled in stands with the application; the account a form need not ask for again.
alter table benefit_applications add column answers jsonb;

create view payments_v_accounts with (security_invoker = true) as
  select elder_id, area_code, last_four, source, updated_at from payment_accounts;
select publish_view('payments_v_accounts');

create or replace view benefits_v_offers with (security_invoker = true) as
  select offer_id, elder_id, area_code, scheme, status, month, amount_fen, sentence from benefit_offers;
