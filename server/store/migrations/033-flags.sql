-- The questions a close puts to officers and units; JSON as the rules made it. They change no result.
create table snapshot_flags (
  tenant text not null, snapshot text not null, flag text not null, check_id text not null, family text not null,
  -- '' = the unit as a whole, or the province
  unit text not null, officer text not null, body text not null,
  -- codes of dossiers, JSON; null = none, or they are kept no longer
  hits text,
  primary key (tenant, snapshot, flag)
);
create index snapshot_flags_by_unit on snapshot_flags (tenant, snapshot, unit, officer);
-- How many each check had enough of to judge, and of how many too little.
create table snapshot_judged (
  tenant text not null, snapshot text not null, check_id text not null, body text not null,
  primary key (tenant, snapshot, check_id)
);
-- Who has opened a flag, to say how many did; the log has every time.
create table flag_readers (
  tenant text not null, period text not null, flag text not null, actor text not null,
  primary key (tenant, period, flag, actor)
);
