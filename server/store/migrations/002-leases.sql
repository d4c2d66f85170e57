-- Long work of one tenant is done by one process at a time: whoever holds the row does it, until the lease runs out.
create table leases (
  tenant text not null, name text not null, holder text not null, until_at text not null,
  primary key (tenant, name)
);
