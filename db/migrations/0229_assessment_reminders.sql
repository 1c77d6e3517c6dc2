-- assessments: the day on which the elder and the community were reminded of the coming end; reminded once.
alter table assessments add column reminded_on date;
create index assessments_ending on assessments (valid_to) where status in ('published', 'objected') and reminded_on is null;
