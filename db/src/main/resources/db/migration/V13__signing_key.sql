-- The keys that sign this proxy's tokens, shared by its nodes. secret is the whole key, encrypted with the key file of
-- the nodes (AES-256-GCM). A key is published from published_at, signs from signs_from until the next one does, and
-- verifies until kept_until, when the last token that it signed has expired.
create table signing_key (
    id           varchar(36)                 not null,
    algorithm    varchar(10)                 not null,
    secret       varchar(2000)               not null,
    published_at timestamp(6) with time zone not null,
    signs_from   timestamp(6) with time zone not null,
    kept_until   timestamp(6) with time zone,
    constraint signing_key_pk primary key (id)
);
