-- Operating: how a server is probed, and what operators set for a time. ends_at is compared with the clock of each node, so
-- that an end needs no database; null has no end. Portable SQL, as in V1.
alter table business_server add column probe text;

-- target: server:{id} or node:{id}. state: QUARANTINED or DRAINING, or null. weight: a share of the entry's, or null.
create table operating_override (
    target           varchar(110)  not null,
    state            varchar(20),
    weight           double precision,
    ends_at          timestamp(6) with time zone,
    reason           varchar(500)  not null,
    set_at           timestamp(6) with time zone not null,
    set_by           varchar(320),
    created_revision bigint        not null,
    version          bigint        not null,
    constraint operating_override_pk primary key (target)
);

alter table breaker_setting add column ends_at timestamp(6) with time zone;
alter table breaker_setting add column reason varchar(500);
alter table breaker_setting add column set_at timestamp(6) with time zone;
alter table breaker_setting add column set_by varchar(320);
