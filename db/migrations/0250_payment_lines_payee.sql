-- A cycle's lines by who is paid: an answer of the bank joins lines and transfers by payee, and without this index a
-- cycle fresh from loading was compared line by line with every transfer.
create index payment_lines_payee on payment_lines (cycle_id, (coalesce(other_payee_id, elder_id)));
