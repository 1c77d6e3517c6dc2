-- books: what the treasury pays into the subsidy account. payments: a file that the bank refused is sent again.

create table book_appropriations (
  appropriation_id uuid primary key,
  area_code text collate "C" not null check (area_code ~ '^\d{6}000000$'),
  document_number text not null,
  received_on date not null,
  amount_fen bigint not null check (amount_fen > 0),
  entered_by text not null,
  entered_at timestamptz not null,
  -- The same document is entered once, however often it is tried.
  unique (area_code, document_number)
);
select row_rules('book_appropriations', '{"area":"area_code"}');
revoke update on book_appropriations from yinian_area;

alter table payment_cycles add column send_attempts integer not null default 0;
