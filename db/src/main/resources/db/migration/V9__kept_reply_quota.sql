-- How much of what is kept for idempotency keys counts to whose quota: an account, or a peer for all accounts that it names.
-- Portable SQL, as in V1.
alter table kept_reply add column holder varchar(210) default '' not null;
alter table kept_reply add column bytes bigint default 0 not null;
update kept_reply
set holder = case
        when caller like 'peer:% for %' then substring(caller from 1 for position(' for ' in caller) - 1)
        else caller end,
    bytes = coalesce(octet_length(data), 0);
create index kept_reply_by_holder on kept_reply (holder, bytes);
