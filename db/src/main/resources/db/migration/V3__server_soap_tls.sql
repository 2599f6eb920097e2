-- What HTTP servers need beyond an endpoint: soap holds the JSON of the administration API, tls names a profile of the
-- nodes' configuration and never a secret.
alter table business_server add column soap text;
alter table business_server add column tls  varchar(100);
