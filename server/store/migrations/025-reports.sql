-- What an office writes itself into the report of a period; every revision stays.
create table report_texts (
  tenant text not null, period text not null, section text not null, revision integer not null, text text not null,
  actor text not null, at text not null,
  primary key (tenant, period, section, revision)
);
-- What stands around the text: number, place, day, who signs, who gets it; the last row holds. `snapshot` = the one it was given for.
create table report_heads (
  tenant text not null, period text not null, revision integer not null, snapshot text not null, above text, issuer text not null,
  number text, abbreviation text, place text, day text, position text, signer text, copies text not null,
  actor text not null, at text not null,
  primary key (tenant, period, revision)
);
