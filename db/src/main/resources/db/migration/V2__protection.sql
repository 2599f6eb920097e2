-- What protects the proxy and what is behind it. Portable SQL, as in V1.

alter table account add column rate_limit_permits bigint;
alter table account add column rate_limit_per_millis bigint;
alter table peer add column rate_limit_permits bigint;
alter table peer add column rate_limit_per_millis bigint;

-- What a caller gets while the capability's servers get no work.
alter table capability add column fallback_content_type varchar(200);
alter table capability add column fallback_data text;

-- Breakers that an administrator has set; all others are automatic. target: server:{id} or peer:{id}.
create table breaker_setting (
    target           varchar(110) not null,
    setting          varchar(20)  not null,
    created_revision bigint       not null,
    version          bigint       not null,
    constraint breaker_setting_pk primary key (target)
);

-- The first reply to each idempotency key. outcome is null while the first request is under way, at the latest until
-- answer_due; a row whose answer_due is past without an outcome belongs to a node that died in between.
create table kept_reply (
    caller          varchar(210) not null,
    idempotency_key varchar(200) not null,
    fingerprint     varchar(64)  not null,
    claim           varchar(36)  not null,
    answer_due      bigint       not null,
    expires_at      bigint       not null,
    outcome         varchar(20),
    detail          varchar(1000),
    content_type    varchar(1000),
    path            varchar(4000),
    server          varchar(210),
    data            bytea,
    constraint kept_reply_pk primary key (caller, idempotency_key)
);
create index kept_reply_by_expiry on kept_reply (expires_at);

-- The rate limits that the nodes of a proxy share; state is the limiter's own form.
create table rate_bucket (
    name    varchar(250) not null,
    state   bytea,
    used_at bigint       not null,
    constraint rate_bucket_pk primary key (name)
);
create index rate_bucket_by_use on rate_bucket (used_at);
