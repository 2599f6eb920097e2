-- What an administrator knows of a peer and lets be asked of it. capabilities and certificate hold the JSON of the
-- administration API.
alter table peer add column organization varchar(100);
alter table peer add column capabilities text;
alter table peer add column certificate text;

-- A peer's account is {peer}/{account}: two names of up to 100 characters and a slash.
alter table permission alter column subject_name set data type varchar(210);

-- A caller is {subject} via {peer}: an account of a peer, and the peer that asks.
alter table kept_reply alter column caller set data type varchar(330);
