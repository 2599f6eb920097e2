-- What passes between callers and an HTTP server besides business data: the JSON of the administration API with the members
-- headers, forwardPath and identify. Null: as for every server. Portable SQL, as in V1.
alter table business_server add column http text;

-- Status and headers of a kept reply, a line for each header. Null in rows of versions before this one: 200 and none.
alter table kept_reply add column status smallint;
alter table kept_reply add column headers text;
