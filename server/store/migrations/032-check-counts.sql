-- What a later check needs to know of a moment; never what anybody said.
-- Seconds the list stood open before the click, by dossier of it; null = a browser that does not tell.
alter table self_scores add column looked real;
-- The last moment at which the value before was still read; null = not known.
alter table dossier_changes add column seen_before text;
-- The last moment at which the promised date that holds was read, as far as it is kept: of a date that is over, one such moment after
-- it is enough to tell later that it was moved afterwards.
alter table dossiers add column promise_seen_at text;
-- When a link was made, and a keyed mark of the network address of the officer's browser that made it; gone with the link.
alter table invitations add column minted_at text;
alter table invitations add column minted_from text;
-- Answers through links of officers by who made the link: how many, how many within two minutes, how many from the address of
-- the maker, and of how many the address was known.
create table minted_answers (
  tenant text not null, period text not null, unit text not null, issuer text not null,
  answers integer not null, quick integer not null, same_address integer not null, address_known integer not null,
  primary key (tenant, period, unit, issuer)
);
-- Presses of a tablet that were answers, beside those put aside. What was put aside before answers were counted is in no share.
alter table kiosk_asides add column before_presses integer not null default 0;
update kiosk_asides set before_presses = n;
create table kiosk_presses (
  tenant text not null, kiosk text not null, month text not null, n integer not null,
  primary key (tenant, kiosk, month)
);
