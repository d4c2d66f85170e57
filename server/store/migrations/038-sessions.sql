-- What tells its owner one session from another: when it began and was used last (coarse, UTC), and the browser in two words. No address.
-- A session begun before this has none of it, is not ended by idleness and is gone within 12 hours.
alter table sessions add column started_at text;
alter table sessions add column used_at text;
alter table sessions add column browser text;
alter table sessions add column sign_in text;
create index sessions_by_login on sessions (tenant, login);
