-- What became of a need found at a visit: the street's answer.
alter table visits add column need_answer text;
alter table visits add column need_answered_by text;
alter table visits add column need_answered_at timestamptz;
