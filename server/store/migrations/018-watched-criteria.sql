-- Counts of QĐ 766/QĐ-TTg that nothing here is counted from, as somebody entered them; unit '' = the whole province. The last revision
-- holds, and one without counts takes them back.
create table portal_counts (
  tenant text not null, period text not null, unit text not null, id text not null, revision integer not null,
  numerator integer, denominator integer, source text not null, actor text not null, at text not null,
  primary key (tenant, period, unit, id, revision)
);
-- A province's own list of criteria of the PAR index for a year, and points it declares with the paper that shows them.
create table par_criteria (
  tenant text not null, year integer not null, revision integer not null, body text not null, actor text not null,
  at text not null,
  primary key (tenant, year, revision)
);
create table par_declared (
  tenant text not null, year integer not null, id text not null, revision integer not null, points integer,
  evidence text not null, actor text not null, at text not null,
  primary key (tenant, year, id, revision)
);
