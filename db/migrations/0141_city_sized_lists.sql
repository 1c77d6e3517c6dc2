-- Lists and counts that a whole city asks for.

-- Applications of a city, newest first: without it a page sorted a million rows.
create index benefit_applications_newest on benefit_applications (applied_at desc, application_id desc);

-- People by birth date, counted from the index alone (满 80 周岁): whether somebody lives stands in it now.
drop index elders_born;
create index elders_born on elders (born_on, area_code) include (name, died_on);
