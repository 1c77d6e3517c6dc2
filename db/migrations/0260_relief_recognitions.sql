-- relief: 低保, 低收入 and 特困 from application to decision, in the table of 临时救助: one number, a row at each of both streets.

alter table relief_applications
  add column kind text not null default 'temporaryRelief'
    check (kind in ('temporaryRelief', 'minimumLiving', 'lowIncomeFamily', 'destituteSupport')),
  alter column spent_fen drop not null,
  add column applicant text check (applicant in ('self', 'community')),
  add column survey jsonb,
  add column notice jsonb,
  add column submission jsonb,
  -- What the rules made of the household's means: sums of it, sealed as the means are.
  add column sealed bytea,
  add column decided_on date,
  add column correction_id uuid,
  add column fact text check (fact in ('proposed', 'applied', 'refused')),
  add column review_on date,
  add constraint relief_applications_spent check ((kind = 'temporaryRelief') = (spent_fen is not null)),
  add constraint relief_applications_applicant check ((kind = 'temporaryRelief') = (applicant is null));
alter table relief_applications alter column kind drop default;
alter table relief_applications drop constraint relief_applications_status_check;
alter table relief_applications add constraint relief_applications_status_check
  check (status in ('applied', 'surveyed', 'posted', 'submitted', 'approved', 'refused', 'withdrawn', 'closed'));
create index relief_applications_correction on relief_applications (correction_id) where correction_id is not null;
create index relief_applications_review on relief_applications (review_on) where status = 'approved' and responsible;

-- Drawn at random, or due because its time has come.
alter table relief_rechecks add column cause text not null default 'sample' check (cause in ('sample', 'periodic'));
