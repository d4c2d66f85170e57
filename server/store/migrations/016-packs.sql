-- Files of the province that say how back offices are read, as they were signed; the newest is served, none is changed.
create table pack_files (
  tenant text not null, sequence integer not null, file text not null, public_key text not null, expires text not null,
  added_by text not null, added_at text not null,
  primary key (tenant, sequence)
);
