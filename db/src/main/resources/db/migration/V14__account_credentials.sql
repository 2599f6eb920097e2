-- A temporary password lets its account do nothing but change it: that of the first administrator, where none was given.
alter table account add column password_temporary boolean default false not null;
-- The time of the latest token generation. Tokens of external issuers name no generation: they end when they were
-- issued before it. Null where the account's tokens never ended.
alter table account add column tokens_from timestamp(6) with time zone;
