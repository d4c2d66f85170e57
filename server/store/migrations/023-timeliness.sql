-- What a close counts of the time dossiers took, by unit and by family of keys within it: JSON of whole numbers.
create table snapshot_timeliness (
  tenant text not null, snapshot text not null, unit text not null, family text not null, key text not null,
  counts text not null,
  primary key (tenant, snapshot, unit, family, key)
);
-- The same of an open period, one row for each unit with the moment it was counted: renewed beside the requests, never in one.
create table running_timeliness (
  tenant text not null, period text not null, unit text not null, made_at text not null, rows text not null,
  primary key (tenant, period, unit)
);
-- What has not ended, by the day it was promised for: the few that may be late or due soon are found without reading the others.
create index dossiers_by_promise on dossiers (tenant, unit, promised, code) where ended_day is null;
