-- household-files: who answers for a household may be an account, which then has the duty; a one-off relief that arrived is a measure.
alter table household_files add column responsible_account uuid;
alter table household_measures add column source text not null default 'entered' check (source in ('entered', 'paid'));
