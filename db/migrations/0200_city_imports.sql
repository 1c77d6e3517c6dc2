-- elders: tables of a million people on the register of a city.

-- A street's roll is made anew by its street; without this each time read the postings of the whole city.
create index elder_postings_area on elder_postings (area_code);

-- Who is like a row of a table: born the same day under the same surname. With the name in the key one probe answers for
-- the whole city (350 people share a day, 10 of them a surname), and counts by age still read the index alone.
drop index elders_born;
create index elders_born on elders (born_on, name, area_code) include (died_on);

-- Written by the transaction that writes the person and read for as long as nobody has been told: a lock on the person
-- for every row of a million guards nothing.
alter table elder_import_people drop constraint elder_import_people_elder_id_fkey;
