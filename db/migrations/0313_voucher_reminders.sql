-- vouchers: the holder is reminded once before a voucher with money in it runs out.
alter table vouchers add column reminded_on date;
create index vouchers_expiring on vouchers (valid_to) where status = 'active' and reminded_on is null;
