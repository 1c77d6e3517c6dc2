-- facilities: ratings of institutions in 天津 and 河北, as the other region gave them. What they are worth here is dated data
-- (recognised/equivalences.yaml) and is never stored.
create table recognised_ratings (
  rating_id uuid primary key,
  region text not null check (region in ('天津市', '河北省')),
  -- 市、区（县) of the institution, as written there.
  place text not null,
  institution text not null,
  scale text not null check (scale in ('national', 'regional')),
  grade int not null check (grade between 1 and 5),
  rated_by text not null,
  document_no text not null,
  rated_on date not null,
  -- The last day it holds by the other region.
  valid_to date not null check (valid_to >= rated_on),
  recorded_by text not null,
  recorded_at timestamptz not null,
  withdrawn_note text,
  withdrawn_by text,
  withdrawn_at timestamptz,
  check ((withdrawn_note is null) = (withdrawn_at is null))
);
-- One rating is recorded once.
create unique index recognised_ratings_once on recognised_ratings (region, institution, document_no) where withdrawn_at is null;
select row_rules('recognised_ratings', '{"area":"*"}');
-- Only what a withdrawal says is ever written again.
grant insert, update (withdrawn_note, withdrawn_by, withdrawn_at) on recognised_ratings to yinian_area;
