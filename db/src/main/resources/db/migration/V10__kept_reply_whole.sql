-- What came of a request is kept as it was. The code server-protocol-error has 21 characters, and a reply's content type
-- may be as long as its head allows. Portable SQL, as in V1.
alter table kept_reply alter column outcome set data type varchar(60);
alter table kept_reply alter column content_type set data type text;
alter table kept_reply alter column path set data type text;

-- A failure as JSON: {"effect", "detail", "members": {…}}. Null in rows of versions before this one, which have only detail.
alter table kept_reply add column failure text;
