-- What a close counts of the dossiers of a unit by sector and by procedure, of systems and officers alone: JSON of whole numbers.
create table snapshot_slices (
  tenant text not null, snapshot text not null, unit text not null, family text not null, key text not null,
  counts text not null,
  primary key (tenant, snapshot, unit, family, key)
);
