-- A page of a list asks for some items by name, or for those that were changed last. H2 uses an index for "in (...)" only
-- where the column comes first in it, and reads in the order of an index only where all of its columns are sorted alike.
-- It read all items of the part instead.
alter table registry_item drop constraint registry_item_pk;
alter table registry_item add constraint registry_item_pk primary key (item, part);
drop index registry_item_by_change;
create index registry_item_by_change on registry_item (part, changed_at desc, item);
