-- What answers say against the records of their dossiers, counted at the close over the whole province: k of n answers to one version of
-- a form. Indicator 0 = contacts nobody recorded, of whatever indicator. No unit, no officer.
create table snapshot_misreadings (
  tenant text not null, snapshot text not null, survey text not null, version integer not null,
  -- misread | unrecorded
  kind text not null, indicator integer not null, k integer not null, n integer not null,
  primary key (tenant, snapshot, survey, version, kind, indicator)
);
