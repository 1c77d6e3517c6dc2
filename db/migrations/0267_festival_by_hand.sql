-- festivals: a person the rule does not name, added by hand while the list is a draft; the reason stands in `because`.
alter table festival_visits add column added_by uuid;
alter table festival_visits add column added_by_name text;
