-- Criteria of a province's list put in or changed one by one, each beside the revision of the list it changes: the last revision of a
-- criterion holds, and one without a body takes it away. A list put in whole is a revision of its own, which none of these touches.
create table par_changes (
  tenant text not null, year integer not null, list integer not null, id text not null,
  -- the criterion holds from this day on; '' = from the beginning
  from_day text not null, revision integer not null, body text, actor text not null, at text not null,
  primary key (tenant, year, list, id, from_day, revision)
);
-- Counts of a ratio nothing here is counted for, as somebody entered them with where; the last revision holds, and one without counts
-- takes them back.
create table par_counts (
  tenant text not null, year integer not null, ratio text not null, revision integer not null, numerator integer, denominator integer,
  source text not null, actor text not null, at text not null,
  primary key (tenant, year, ratio, revision)
);
