-- Who helped, beside the role in `assisted`: the code of an officer who filled the form in for the respondent, and how they met
-- (counter | phone | home). Null = nobody helped, not told, or dropped at the seal.
alter table responses add column helper text;
alter table responses add column way text;
-- Sites of portals that may show the survey pages in a frame; no row = none may.
create table portal_origins (
  tenant text not null, origin text not null, added_by text not null, added_at text not null,
  primary key (tenant, origin)
);
