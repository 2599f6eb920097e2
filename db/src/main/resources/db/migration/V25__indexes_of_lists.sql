-- A page of a list asks for some items by name, or for those that were changed last. H2 uses an index for "in (...)" only
-- where the column comes first in it, and reads in the order of an index only where all of its columns are sorted alike.
-- It read all items of the part instead.
alter table registry_item drop constraint registry_item_pk;
alter table registry_item add constraint registry_item_pk primary key (item, part);
drop index registry_item_by_change;
create index registry_item_by_change on registry_item (part, changed_at desc, item);

-- The same of the audit record, which is read newest first. A search for a text in account and item reads the whole index,
-- which has what it needs, instead of all rows, which have the documents from before and after a change.
drop index audit_record_by_account;
drop index audit_record_by_kind;
drop index audit_record_by_item;
drop index audit_record_by_action;
create index audit_record_newest on audit_record (recorded_at desc, sequence_number desc, account, item);
create index audit_record_by_account on audit_record (account, recorded_at desc, sequence_number desc);
create index audit_record_by_kind on audit_record (kind, recorded_at desc, sequence_number desc);
create index audit_record_by_item on audit_record (item, recorded_at desc, sequence_number desc);
create index audit_record_by_action on audit_record (action, recorded_at desc, sequence_number desc);
