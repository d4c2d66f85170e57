-- Whom the province's single sign-on means by a subject: bound once, at the first sign-in, to an account the province made.
create table sso_subjects (
  tenant text not null, issuer text not null, subject text not null, login text not null, bound_at text not null,
  primary key (tenant, issuer, subject)
);
create unique index sso_subjects_by_login on sso_subjects (tenant, issuer, login);

-- Sign-ins that came back from the provider, so that none comes back twice; gone when they could not be used any more.
create table sso_returns (
  tenant text not null, state_hash text not null, expires_at text not null,
  primary key (tenant, state_hash)
);
