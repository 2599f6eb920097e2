-- How loaded each node of the proxy is, as it last said; its own process's instance, so that two nodes that were given one
-- name do not speak for each other. reported_at is the database's time, the only clock that all nodes share.
create table node_load (
    instance    varchar(36)                 not null,
    node        varchar(100)                not null,
    load        double precision            not null,
    capacity    double precision            not null,
    threshold   double precision            not null,
    accepting   boolean                     not null,
    reported_at timestamp(6) with time zone not null,
    constraint node_load_pk primary key (instance)
);
