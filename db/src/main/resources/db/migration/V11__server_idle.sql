-- After how many milliseconds an unused connection to the server is closed; null: the adapter's own setting.
alter table business_server add column idle_millis integer;
