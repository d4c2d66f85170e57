-- The second step of signing in: a time-based code (RFC 6238). The secret is hidden under a key of the folder of keys; last_step is the
-- newest span of 30 seconds a code was taken of, so that none is taken twice. Not confirmed: begun, and asks nobody for a code yet.
create table second_steps (
  tenant text not null, login text not null, secret text not null, generation integer not null, begun_at text not null,
  confirmed_at text, last_step integer not null,
  primary key (tenant, login)
);
-- Hashes of the one-time codes for who has lost the phone; a code that was used is gone.
create table recovery_codes (
  tenant text not null, login text not null, code_hash text not null,
  primary key (tenant, login, code_hash)
);
