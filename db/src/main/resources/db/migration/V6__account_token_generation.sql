-- The registry's revision at which an account's credentials last changed: a new password, the account disabled, or
-- the account made anew. A token names the generation in which it was issued, and ends with it.
alter table account add column token_generation bigint default 0 not null;
