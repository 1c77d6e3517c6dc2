-- payments, subsidies: 补床头 as a kind of its own (institutionBeds), paid where a district has set what a bed gets.

do $$
declare
  target text;
  one_off text := '''temporaryRelief'', ''funeral'', ''festivalVisit'', ''station'', ''institutionOperating'', ''institutionBeds'',
    ''meal'', ''voucher''';
begin
  foreach target in array array['payment_lines', 'payment_findings', 'payment_recoveries'] loop
    execute format('alter table %1$I drop constraint %2$I', target, target || '_scheme_check');
    execute format('alter table %1$I add constraint %2$I check (scheme in (''hardship'', ''care'', ''advancedAge'', ''minimumLiving'',
      ''destituteSupport'', %3$s))', target, target || '_scheme_check', one_off);
  end loop;
  alter table payment_payables drop constraint payment_payables_scheme_check;
  execute format('alter table payment_payables add constraint payment_payables_scheme_check check (scheme in (%s))', one_off);
end $$;

alter table subsidy_statements drop constraint subsidy_statements_scheme_check;
alter table subsidy_statements add constraint subsidy_statements_scheme_check check (scheme in ('station',
  'institutionOperating', 'institutionBeds', 'meal'));
