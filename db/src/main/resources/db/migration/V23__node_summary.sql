-- What each node says of itself beside its load: findings, traffic, and the latest samples of its series, as JSON. A table
-- of its own, so that the row of the load, which is written once a second, stays small. It goes with that row.
create table node_summary (
    instance varchar(36)                 not null,
    summary  varchar(32768)              not null,
    told_at  timestamp(6) with time zone not null,
    constraint node_summary_pk primary key (instance),
    constraint node_summary_node foreign key (instance) references node_load on delete cascade
);
