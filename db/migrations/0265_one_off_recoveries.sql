-- payments: what was paid once and should not have been (relief, funeral and festival money, subsidies of organisations) is
-- asked back like a monthly allowance, from whoever was paid: the elder, a family member or an organisation.

alter table payment_findings drop constraint payment_findings_pkey;
alter table payment_findings add primary key (finding_id);
alter table payment_findings alter column elder_id drop not null;
alter table payment_findings add column other_payee_id uuid;
alter table payment_findings add column payee_id uuid not null generated always as (coalesce(other_payee_id, elder_id)) stored;
alter table payment_findings drop constraint payment_findings_scheme_check;
alter table payment_findings add constraint payment_findings_scheme_check check (scheme in
  ('hardship', 'care', 'advancedAge', 'temporaryRelief', 'funeral', 'festivalVisit', 'station', 'institutionOperating', 'meal'));
alter table payment_findings drop constraint payment_findings_rule_check;
alter table payment_findings add constraint payment_findings_rule_check check (rule in
  ('dead-yet-paid', 'moved-yet-paid', 'institution-and-home', 'two-districts', 'two-files', 'death-corrected', 'not-entitled'));
-- What a comparison finds is found once; a person may ask several payments of one month back, each up to what is left of it.
alter table payment_findings drop constraint payment_findings_elder_id_rule_scheme_first_month_key;
create unique index payment_findings_once on payment_findings (elder_id, rule, scheme, first_month) where rule <> 'not-entitled';
create index payment_findings_payee on payment_findings (payee_id);
create index payment_findings_recovery on payment_findings (recovery_id) where recovery_id is not null;

alter table payment_recoveries drop constraint payment_recoveries_pkey;
alter table payment_recoveries add primary key (recovery_id);
alter table payment_recoveries alter column elder_id drop not null;
alter table payment_recoveries add column other_payee_id uuid;
alter table payment_recoveries add column payee_id uuid not null generated always as (coalesce(other_payee_id, elder_id)) stored;
-- Who owes it; elder_name is whom the money was for.
alter table payment_recoveries add column payee_name text;
update payment_recoveries set payee_name = elder_name;
alter table payment_recoveries alter column payee_name set not null;
alter table payment_recoveries drop constraint payment_recoveries_scheme_check;
alter table payment_recoveries add constraint payment_recoveries_scheme_check check (scheme in
  ('hardship', 'care', 'advancedAge', 'temporaryRelief', 'funeral', 'festivalVisit', 'station', 'institutionOperating', 'meal'));
create index payment_recoveries_payee on payment_recoveries (payee_id);
create index payment_recoveries_elder on payment_recoveries (elder_id) where elder_id is not null;

alter table recovery_entries drop constraint recovery_entries_pkey;
alter table recovery_entries add primary key (entry_id);
alter table recovery_entries alter column elder_id drop not null;
create index recovery_entries_elder on recovery_entries (elder_id) where elder_id is not null;
alter table recovery_instalments drop constraint recovery_instalments_pkey;
alter table recovery_instalments add primary key (recovery_id, number);
alter table recovery_instalments alter column elder_id drop not null;
create index recovery_instalments_elder on recovery_instalments (elder_id) where elder_id is not null;

-- A claim that was paid and lapsed keeps the number it was paid by; a later death is another claim.
alter table funeral_claims drop constraint funeral_claims_check1;
alter table funeral_claims add constraint funeral_claims_paid check (case status when 'paid' then voucher is not null
  when 'lapsed' then true else voucher is null end);
