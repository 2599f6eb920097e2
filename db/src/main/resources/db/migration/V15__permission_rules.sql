-- What a permission is about, whether it denies, how many calls it allows, and how it is used. Portable SQL, as in V1.
alter table permission add column action varchar(10) default 'CALL' not null;
alter table permission add column effect varchar(10) default 'ALLOW' not null;
alter table permission add column quota_per_day bigint;
alter table permission add column quota_per_month bigint;
alter table permission add column created_revision bigint default 0 not null;
alter table permission add column version bigint default 0 not null;

-- When it last decided about a request, to the minute, and since when that is noted: since it was granted, or since this
-- version.
alter table permission add column last_used timestamp(6) with time zone;
alter table permission add column uses_since timestamp(6) with time zone default current_timestamp not null;
create index permission_by_end on permission (valid_until, id);

-- The calls that count to a quota, of all nodes. period is a day (2026-11-29) or a month (2026-11) by UTC.
create table permission_quota_use (
    permission varchar(36)                 not null,
    period     varchar(10)                 not null,
    used       bigint                      not null,
    ends_at    timestamp(6) with time zone not null,
    changed_at timestamp(6) with time zone not null,
    constraint permission_quota_use_pk primary key (permission, period),
    constraint permission_quota_use_permission_fk foreign key (permission) references permission (id) on delete cascade
);
create index permission_quota_use_by_change on permission_quota_use (changed_at);
