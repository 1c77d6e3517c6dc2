-- card-uses: transactions of the 养老助残卡 as the card's operator sends them, for the report on its use. Nothing of a person stays:
-- the card's number is only used while a table is read, to find the holder's age group.

create table card_use_batches (
  batch_id uuid primary key,
  area_code text collate "C" not null,
  sender text not null,
  file_name text not null,
  file_sm3 text not null,
  rows integer not null,
  taken integer not null,
  -- Sent before under the same serial number.
  repeated integer not null,
  refused integer not null,
  taken_fen bigint not null,
  repeated_fen bigint not null,
  -- [{"row":3,"because":"…"}], the first of them.
  refusals jsonb not null,
  brought_by text not null,
  brought_at timestamptz not null,
  constraint card_use_batches_sum check (rows = taken + repeated + refused)
);
create index card_use_batches_area on card_use_batches (area_code, brought_at desc);
select row_rules('card_use_batches', '{"area":"area_code"}');

create table card_uses (
  -- The operator and its serial number: taken once, however often it is sent.
  sender text collate "C" not null,
  number text collate "C" not null,
  batch_id uuid not null references card_use_batches,
  -- The street where the merchant is.
  area_code text collate "C" not null,
  used_on date not null,
  merchant text not null,
  merchant_type text not null check (merchant_type in ('transit', 'park', 'meals', 'shop', 'medicine', 'service', 'other')),
  -- Fen; a refund is negative.
  amount_fen bigint not null,
  age_group text not null check (age_group in ('under-60', '60-69', '70-79', '80-89', '90-', 'unknown')),
  primary key (sender, number)
);
create index card_uses_area on card_uses (area_code, used_on) include (merchant_type, age_group, amount_fen);
select row_rules('card_uses', '{"area":"area_code"}');
