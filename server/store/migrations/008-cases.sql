-- Answers whose giver asked for a reply: a copy of what was said, for whoever replies. No contact data, no dossier code. The
-- response itself is cut loose from everything at the seal; a case goes on without it.
create table cases (
  tenant text not null,
  -- random; made anew at the seal, so that the log of who read a case dates no answer
  case_id text not null,
  period text not null,
  -- place of the response in its period; null once the period is sealed
  seq integer,
  -- keyed by the tenant's key of cases (KEY_DIR), which outlives the keys of periods
  receipt_hash text not null,
  unit text not null, procedure text,
  -- harassment | money | result | attitude | dissatisfied
  topic text not null,
  -- 1: about harassment or money, now or before an edit; for the inspectorate alone
  grave integer not null,
  survey text not null, version integer not null, stage text not null, lang text not null,
  -- '{}' and null once sealed and replied to: nobody needs them any more
  answers text not null, comment text,
  -- day; its month once the period is sealed, and the deadline is then counted from the month's last day
  asked text not null, due_day text not null,
  -- new | taken | answered | closed
  state text not null, owner text,
  answer text, answered_on text,
  -- last day on which the receipt shows the reply
  shown_until text,
  -- JSON list of { on, actor, step }
  history text not null,
  revision integer not null,
  primary key (tenant, case_id)
);
create unique index cases_by_receipt on cases (tenant, receipt_hash);
create unique index cases_by_row on cases (tenant, period, seq);
create index cases_by_due on cases (tenant, grave, state, due_day, case_id);

-- what a province settles about replies; no row = the defaults
create table case_settings (
  tenant text not null, reply_days integer not null,
  primary key (tenant)
);

-- How many messages with a survey link were made for a dossier by the province, so that there is never a third. Gone with the
-- links at the seal: that a second one was made says that the first was not answered.
create table survey_messages (
  tenant text not null, dossier text not null, stage text not null, sent integer not null, last_day text not null,
  primary key (tenant, dossier, stage)
);
