-- payments: monthly relief (0271) and vouchers (0281) go through the same cycle.

do $$
declare target text;
begin
  foreach target in array array['payment_lines', 'payment_findings', 'payment_recoveries'] loop
    execute format('alter table %1$I drop constraint %2$I', target, target || '_scheme_check');
    execute format('alter table %1$I add constraint %2$I check (scheme in (''hardship'', ''care'', ''advancedAge'', ''minimumLiving'',
      ''destituteSupport'', ''temporaryRelief'', ''funeral'', ''festivalVisit'', ''station'', ''institutionOperating'', ''meal'',
      ''voucher''))', target, target || '_scheme_check');
  end loop;
end $$;
