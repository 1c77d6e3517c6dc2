-- Rows of a person follow to the area that answers for them now; nothing else of a record, line or trace may change.
grant update (area_code) on service_records, settle_lines, home_care_contract_traces to yinian_batch;
