-- What every item of the registry has besides its own members, whatever its kind: labels as a JSON object, and when and at
-- which revision it was last changed. The revision is the item's ETag: it never repeats.
create table registry_item (
    part             varchar(20)                 not null,
    item             varchar(110)                not null,
    labels           text,
    changed_at       timestamp(6) with time zone not null,
    changed_revision bigint                      not null,
    constraint registry_item_pk primary key (part, item)
);
create index registry_item_by_change on registry_item (part, changed_at, item);

-- Groups were only names in accounts.
create table group_description (
    name             varchar(100)  not null,
    description      varchar(1000) not null,
    created_revision bigint        not null,
    version          bigint        not null,
    constraint group_description_pk primary key (name)
);
insert into group_description (name, description, created_revision, version)
select distinct group_name, '', 0, 0 from account_group;

insert into registry_item (part, item, changed_at, changed_revision)
select 'ACCOUNT', name, current_timestamp, 0 from account;
insert into registry_item (part, item, changed_at, changed_revision)
select 'GROUP', name, current_timestamp, 0 from group_description;
insert into registry_item (part, item, changed_at, changed_revision)
select 'CAPABILITY', name, current_timestamp, 0 from capability;
insert into registry_item (part, item, changed_at, changed_revision)
select 'SERVER', id, current_timestamp, 0 from business_server;
insert into registry_item (part, item, changed_at, changed_revision)
select 'PERMISSION', id, current_timestamp, 0 from permission;
insert into registry_item (part, item, changed_at, changed_revision)
select 'PEER', id, current_timestamp, 0 from peer;
insert into registry_item (part, item, changed_at, changed_revision)
select 'BREAKER', target, current_timestamp, 0 from breaker_setting;
