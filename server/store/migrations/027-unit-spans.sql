-- What a unit that changes is called, which level it has and whom it belongs to, from each day on until the next one's.
-- A unit that never changed has no rows: its one span, from its first day on, is its own row, so nothing is carried over.
create table unit_spans (
  tenant text not null, unit text not null, from_day text not null, name text not null, parent text, level text not null,
  primary key (tenant, unit, from_day)
);
