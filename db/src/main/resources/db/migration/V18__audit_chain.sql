-- The audit record becomes a hash chain over all nodes of the proxy; see docs/audit.md. Portable SQL, as in V1.

-- sequence_number, previous_hash and record_hash are null in records of older versions, also in those that a node of an
-- older version writes during an upgrade. A node of this version chains them within seconds.
alter table audit_record add column sequence_number bigint;
alter table audit_record add column previous_hash varchar(64);
alter table audit_record add column record_hash varchar(64);

-- Empty where it is not known: the node, the address and the trace id of the call.
alter table audit_record add column node varchar(100) default '' not null;
alter table audit_record add column source varchar(100) default '' not null;
alter table audit_record add column trace_id varchar(32) default '' not null;
-- "done", or the code of the failure.
alter table audit_record add column outcome varchar(40) default 'done' not null;
alter table audit_record add column reason text;
alter table audit_record add column details_json text;

alter table audit_record alter column account set data type varchar(320);
alter table audit_record alter column kind set data type varchar(40);

create unique index audit_record_by_sequence on audit_record (sequence_number);
create index audit_record_by_time on audit_record (recorded_at, sequence_number);
create index audit_record_by_account on audit_record (account, recorded_at, sequence_number);
create index audit_record_by_kind on audit_record (kind, recorded_at, sequence_number);
create index audit_record_by_item on audit_record (item, recorded_at, sequence_number);
create index audit_record_by_action on audit_record (action, recorded_at, sequence_number);

-- One row. Its lock orders the records of all nodes, so that their numbers have no gap. The anchor is the last record that
-- retention has removed; 0 where it has removed none.
create table audit_chain (
    id              smallint    not null,
    last_sequence   bigint      not null,
    last_hash       varchar(64) not null,
    anchor_sequence bigint      not null,
    anchor_hash     varchar(64) not null,
    constraint audit_chain_pk primary key (id),
    constraint audit_chain_one_row check (id = 1)
);
insert into audit_chain (id, last_sequence, last_hash, anchor_sequence, anchor_hash)
values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000',
        0, '0000000000000000000000000000000000000000000000000000000000000000');
