-- What each revision of the registry changed, so that a node that has the revisions before reads no more than that. Only the
-- latest are kept: a node that finds a revision missing, or one that a node of an older version made, reads everything.
create table registry_change (
    revision bigint       not null,
    part     varchar(20)  not null,
    item     varchar(110) not null,
    constraint registry_change_pk primary key (revision, part, item)
);
