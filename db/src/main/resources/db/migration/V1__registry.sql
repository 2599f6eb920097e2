-- The registry of one proxy: what its administrators enter, shared by all its nodes.
-- Portable SQL: H2 2.x in its regular mode and PostgreSQL. No check with IN: H2 evaluates it in the session that
-- made the table, and fails once that is closed.

-- One row. Every change raises the counter in its own transaction; nodes poll it to learn of changes.
-- Its lock makes changes follow one another, on all nodes.
create table registry_revision (
    id       smallint not null,
    revision bigint   not null,
    constraint registry_revision_pk primary key (id),
    constraint registry_revision_one_row check (id = 1)
);
insert into registry_revision (id, revision) values (1, 0);

-- created_revision + version is the ETag: it never repeats, even when an item is removed and made anew.
create table account (
    name             varchar(100) not null,
    password_hash    varchar(500),
    enabled          boolean      not null,
    created_revision bigint       not null,
    version          bigint       not null,
    constraint account_pk primary key (name)
);

create table account_group (
    account    varchar(100) not null,
    group_name varchar(100) not null,
    constraint account_group_pk primary key (account, group_name),
    constraint account_group_account_fk foreign key (account) references account (name)
);

create table account_role (
    account   varchar(100) not null,
    role_name varchar(20)  not null,
    constraint account_role_pk primary key (account, role_name),
    constraint account_role_account_fk foreign key (account) references account (name)
);
create index account_role_by_role on account_role (role_name);

-- No foreign keys to what a grant names: it may be entered before the account, the capability or the server.
create table permission (
    id           varchar(36)  not null,
    subject_kind varchar(10)  not null,
    subject_name varchar(100) not null,
    capability   varchar(100) not null,
    server       varchar(100),
    valid_from   timestamp(6) with time zone,
    valid_until  timestamp(6) with time zone,
    constraint permission_pk primary key (id),
    constraint permission_period check (valid_from < valid_until)
);
create index permission_by_subject on permission (subject_kind, subject_name, capability);

create table capability (
    name                  varchar(100)  not null,
    description           varchar(1000) not null,
    priority              varchar(10)   not null,
    replay                varchar(12)   not null,
    timeout_millis        integer       not null,
    balancing             varchar(20)   not null,
    rate_limit_permits    bigint,
    rate_limit_per_millis bigint,
    created_revision      bigint        not null,
    version               bigint        not null,
    constraint capability_pk primary key (name),
    constraint capability_timeout check (timeout_millis > 0),
    constraint capability_rate_limit check (
        (rate_limit_permits is null and rate_limit_per_millis is null)
        or (rate_limit_permits is not null and rate_limit_per_millis is not null))
);

-- framing and assist hold the JSON of the administration API.
create table business_server (
    id                     varchar(100)     not null,
    endpoint               varchar(1000)    not null,
    framing                text,
    charset                varchar(100),
    max_concurrent         integer          not null,
    load_threshold         double precision not null,
    weight                 integer          not null,
    connect_timeout_millis integer          not null,
    timeout_millis         integer          not null,
    max_reply_bytes        integer          not null,
    assist                 text             not null,
    enabled                boolean          not null,
    created_revision       bigint           not null,
    version                bigint           not null,
    constraint business_server_pk primary key (id),
    constraint business_server_capacity check (max_concurrent > 0)
);

-- No foreign key to capability: a server may offer one that nobody has described.
create table server_capability (
    server     varchar(100) not null,
    capability varchar(100) not null,
    constraint server_capability_pk primary key (server, capability),
    constraint server_capability_server_fk foreign key (server) references business_server (id)
);

create table peer (
    id               varchar(100)  not null,
    url              varchar(1000) not null,
    link             varchar(10)   not null,
    transport        varchar(10)   not null,
    enabled          boolean       not null,
    created_revision bigint        not null,
    version          bigint        not null,
    constraint peer_pk primary key (id)
);

-- Append only: nothing in Hansa changes or removes a row. Give the proxy's database user no right to.
create table audit_record (
    id          bigint generated always as identity,
    recorded_at timestamp(6) with time zone not null,
    account     varchar(210)                not null,
    action      varchar(10)                 not null,
    kind        varchar(20)                 not null,
    item        varchar(100)                not null,
    before_json text,
    after_json  text,
    constraint audit_record_pk primary key (id)
);
