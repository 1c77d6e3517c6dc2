-- elders: 「王秀 1234」 at the level of a city. A last four stands for a thousand people; with the name beside it the index
-- alone tells which of them are meant, and only those are read.
drop index elder_sealed_identity_last4, elder_sealed_phone_last4;
create index elder_sealed_identity_last4 on elder_sealed (identity_last4_index, area_code, elder_id) include (name);
create index elder_sealed_phone_last4 on elder_sealed (phone_last4_index, area_code, elder_id) include (name)
  where phone_last4_index is not null;
