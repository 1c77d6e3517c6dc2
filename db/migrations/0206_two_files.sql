-- Money of two files of one person: what both were paid for one month stays on the books, marked with the file it came from.
alter table payment_lines add column merged_from uuid;
drop index payment_lines_regular, payment_lines_back_pay;
create unique index payment_lines_regular on payment_lines (elder_id, scheme, month)
  where kind = 'regular' and status in ('due', 'locked', 'sent', 'paid') and merged_from is null;
create unique index payment_lines_back_pay on payment_lines (elder_id, scheme, month)
  where kind = 'back-pay' and status in ('due', 'locked', 'sent') and merged_from is null;
alter table payment_lines drop constraint payment_lines_cycle_id_elder_id_scheme_month_kind_recovery__key;
alter table payment_lines add constraint payment_lines_once unique nulls not distinct (cycle_id, elder_id, scheme, month, kind, recovery_id, merged_from);
alter table payment_transfers add column merged_from uuid;
alter table payment_transfers drop constraint payment_transfers_cycle_id_elder_id_key;
alter table payment_transfers add constraint payment_transfers_once unique nulls not distinct (cycle_id, elder_id, merged_from);
alter table payment_checks add column merged_from uuid;
alter table payment_checks drop constraint payment_checks_cycle_id_elder_id_key;
alter table payment_checks add constraint payment_checks_once unique nulls not distinct (cycle_id, elder_id, merged_from);
alter table payment_findings drop constraint payment_findings_rule_check;
alter table payment_findings add constraint payment_findings_rule_check
  check (rule in ('dead-yet-paid', 'moved-yet-paid', 'institution-and-home', 'two-districts', 'two-files', 'not-entitled'));

-- Records nobody may rewrite: whose they are follows a merge of two files, what they say does not.
grant update (elder_id) on service_records, settle_lines, home_care_contract_traces, doctor_contacts to yinian_batch;
