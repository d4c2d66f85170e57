-- Wrong passwords and codes of the last day, by account, and by account with the place they came from ('' = from everywhere). Both are
-- keyed hashes, whose key is in the folder of keys: neither a login nor an address is stored. known_at: somebody signed in from there.
create table sign_in_tries (
  tenant text not null, name_hash text not null, place_hash text not null, failures integer not null, tried_at text not null,
  wait_until text, known_at text,
  primary key (tenant, name_hash, place_hash)
);
