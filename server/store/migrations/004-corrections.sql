-- Days of a year that quarters cover: the year takes no answers of its own and is made of their snapshots.
-- JSON list of those periods, null = the period takes its own answers.
alter table periods add column parts text;
-- since when and why the public no longer sees the period; null = not withdrawn
alter table periods add column withdrawn_at text;
alter table periods add column withdrawn_reason text;

-- when the seal began to cut answers loose: from then on nothing can be scored with them again, even if it was cut short
alter table periods add column seal_begun_at text;
update periods set seal_begun_at = sealed_at where sealed_at is not null;

-- What the public was shown of a period and from when; kept for good. The one that has not ended is the running one.
create table publications (
  tenant text not null, period text not null, seq integer not null, snapshot text not null,
  shown_from text not null, ordered_by text not null, ordered_at text not null,
  -- why figures that do not add up are shown all the same, or null
  fault_reason text,
  -- cancelled | corrected | withdrawn
  ended_as text, ended_at text, ended_by text, end_reason text,
  primary key (tenant, period, seq)
);
insert into publications (tenant, period, seq, snapshot, shown_from, ordered_by, ordered_at)
  select tenant, period, 1, snapshot, published_at, 'operator', published_at from periods
  where published_at is not null and snapshot is not null;
-- What a snapshot made after the seal corrects.
create table errata (
  tenant text not null, snapshot text not null,
  -- the snapshot it stands for, and the one the public had last seen, or null when it had seen none
  previous text not null, shown text,
  erratum text not null, ordered_by text not null, ordered_at text not null,
  primary key (tenant, snapshot)
);
-- the snapshots of its quarters a year's snapshot was made of
create table snapshot_parts (
  tenant text not null, snapshot text not null, part text not null, part_snapshot text not null,
  primary key (tenant, snapshot, part)
);
-- Advice of the check before the close that was read and left as it is; `item` is the hash of what was read.
create table acknowledgements (
  tenant text not null, period text not null, item text not null, at text not null, code text not null,
  message text not null, reason text not null, actor text not null,
  primary key (tenant, period, item, at)
);
