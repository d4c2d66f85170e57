-- What the province says of how answers are kept, in its own words; null = in those of the form. The newest is in force, the
-- earlier ones stay on record.
create table privacy_notices (
  tenant text not null, since text not null, text text, set_by text not null,
  primary key (tenant, since)
);
-- How long the province keeps what it may settle itself, in months; no row = the defaults.
create table retention_settings (
  tenant text not null, comment_months integer not null, dossier_months integer not null,
  primary key (tenant)
);
-- The last day, in Viet Nam, a daily job was done on.
create table daily_jobs (
  tenant text not null, job text not null, last_day text not null,
  primary key (tenant, job)
);
