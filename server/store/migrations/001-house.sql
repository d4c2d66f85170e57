-- Every key and every query leads with `tenant`, so one tenant can live on its own shard.
-- Days and local times are text (Asia/Ho_Chi_Minh); columns ending in _at are UTC instants in ISO text; JSON is text.

create table tenants (
  tenant text primary key,
  name text not null,
  -- the provincial decision on how offices are judged and the ruleset it applies, or null; half-open days
  decision text, decision_ruleset text, decision_from text, decision_to text,
  hours text not null,
  choices text not null,
  survey text not null,
  watermark text,
  created_at text not null
);
create table tenant_provinces (
  tenant text not null, from_day text not null, province text not null,
  primary key (tenant, from_day)
);
create table units (
  tenant text not null, unit text not null, name text not null, parent text,
  -- province | district | commune
  level text not null, from_day text not null, to_day text,
  primary key (tenant, unit)
);
create table procedures (
  tenant text not null, procedure text not null, name text not null, sector text, limit_days real,
  primary key (tenant, procedure)
);
create table officers (
  tenant text not null, officer text not null, unit text not null, label text not null,
  pin_hash text, failures integer not null default 0, locked_until text, active integer not null default 1,
  primary key (tenant, officer)
);
create table periods (
  tenant text not null, period text not null, kind text not null, from_day text not null, to_day text not null,
  -- choices and office hours as they were when the period was opened
  ruleset text not null, decision text, choices text not null, hours text not null,
  -- open | closed | sealed; published_at says whether the public sees it
  state text not null, closed_at text, sealed_at text, published_at text, snapshot text,
  primary key (tenant, period)
);
create table dossiers (
  tenant text not null, code text not null, unit text not null, procedure text, officer text, channel text,
  state text not null, received text, promised text, reappointed text not null, ready text, returned text,
  pauses text not null, supplements integer, limit_days real,
  -- JSON lists, or null where they were not read: steps of every agency, main processors by when they took over
  steps text, received_by text, handlers text,
  -- day processing ended: decides the period the dossier belongs to
  ended_day text,
  calendar text, source text not null, updated_at text not null,
  primary key (tenant, code)
);
create index dossiers_by_unit on dossiers (tenant, unit, ended_day, code);
create index dossiers_running on dossiers (tenant, unit, state, ended_day, code);
create index dossiers_by_received on dossiers (tenant, unit, received, code);
create index dossiers_by_returned on dossiers (tenant, unit, returned, code);
-- every change of a known dossier's times: received | promised | ready | returned | pauses | steps | handlers;
-- null = nothing on record
create table dossier_changes (
  tenant text not null, code text not null, seq integer not null, at text not null, actor text not null,
  field text not null, before text, after text,
  primary key (tenant, code, seq)
);
create table self_scores (
  tenant text not null, dossier text not null, revision integer not null, id text not null,
  officer text not null, unit text not null, points text not null, body_hash text not null, scored_at text not null,
  primary key (tenant, dossier, revision)
);
create unique index self_scores_by_id on self_scores (tenant, id);
create table unit_facts (
  tenant text not null, period text not null, unit text not null, facts text not null, declared_by text not null,
  declared_at text not null,
  primary key (tenant, period, unit)
);

-- Responses never hold a dossier code. `links` joins them while the period's key exists; the seal destroys key, links and receipts.
create table responses (
  tenant text not null, period text not null, seq integer not null,
  unit text not null, procedure text, officer text, survey text not null, version integer not null,
  stage text not null, channel text not null, proof text not null, lang text not null, day text not null,
  -- 1: the day comes from the sender's clock, within what is believed of it
  aged integer not null, assisted text, answers text not null, comment text,
  primary key (tenant, period, seq)
);
create table links (
  tenant text not null, period text not null, link text not null, seq integer not null,
  primary key (tenant, period, link)
);
create index links_by_row on links (tenant, period, seq);
-- What a sender may still do with a response. `id_hash` is the day the client id was made at and the SHA-256 of the id;
-- `hidden` is receipt and id, readable with the period's key alone. An erased answer leaves `id_hash`, period and day.
create table receipts (
  tenant text not null, id_hash text not null, body_hash text, receipt_hash text, hidden text, period text not null,
  seq integer, editable_until text not null,
  primary key (tenant, id_hash)
);
create unique index receipts_by_receipt on receipts (tenant, receipt_hash);
create index receipts_by_row on receipts (tenant, period, seq);
create table sequences (
  tenant text not null, name text not null, next integer not null,
  primary key (tenant, name)
);
create table tallies (
  tenant text not null, period text not null, unit text not null, survey text not null, stage text not null,
  channel text not null, proof text not null, question text not null, option text not null, n integer not null,
  primary key (tenant, period, unit, survey, stage, channel, proof, question, option)
);
create table procedure_tallies (
  tenant text not null, period text not null, procedure text not null, survey text not null,
  question text not null, option text not null, n integer not null,
  primary key (tenant, period, procedure, survey, question, option)
);
create table day_counts (
  tenant text not null, unit text not null, day text not null, n integer not null,
  primary key (tenant, unit, day)
);
create table invitations (
  tenant text not null, token_hash text not null, dossier text not null, unit text not null, procedure text,
  stage text not null, proof text not null, issuer text not null, expires_day text not null, created_at text not null,
  primary key (tenant, token_hash)
);
create index invitations_by_dossier on invitations (tenant, dossier, stage);

create table users (
  tenant text not null, login text not null, password_hash text not null, role text not null, unit text,
  active integer not null default 1, created_at text not null,
  primary key (tenant, login)
);
create table sessions (
  tenant text not null, token_hash text not null, login text not null, csrf text not null, expires_at text not null,
  primary key (tenant, token_hash)
);
create table first_admin_links (
  tenant text not null, token_hash text not null, expires_at text not null,
  primary key (tenant, token_hash)
);
create table enrolments (
  tenant text not null, code_hash text not null, unit text not null, label text not null, issued_by text not null,
  expires_at text not null, used_at text,
  primary key (tenant, code_hash)
);
create table devices (
  tenant text not null, device text not null, key_hash text not null, unit text not null, label text not null,
  enrolled_at text not null, revoked_at text,
  primary key (tenant, device)
);
create unique index devices_by_key on devices (tenant, key_hash);
create table person_tokens (
  tenant text not null, token_hash text not null, device text not null, officer text not null, expires_at text not null,
  primary key (tenant, token_hash)
);
create table portal_keys (
  tenant text not null, key_id text not null, key_hash text not null, label text not null, units text not null,
  created_at text not null, revoked_at text,
  primary key (tenant, key_id)
);
create unique index portal_keys_by_key on portal_keys (tenant, key_hash);

-- Snapshots are written once; a correction is a new one.
create table snapshots (
  tenant text not null, snapshot text not null, period text not null, number integer not null, reason text not null,
  ruleset text not null, choices text not null, facts_hash text not null, audit_head text not null,
  summary text not null, created_at text not null,
  primary key (tenant, snapshot)
);
create table snapshot_units (
  tenant text not null, snapshot text not null, unit text not null, result text not null,
  primary key (tenant, snapshot, unit)
);
create table snapshot_officers (
  tenant text not null, snapshot text not null, officer text not null, unit text not null, result text not null,
  primary key (tenant, snapshot, officer)
);
-- computed and self findings per dossier; never a citizen's
create table snapshot_findings (
  tenant text not null, snapshot text not null, unit text not null, dossier text not null, series text not null,
  indicator integer not null, points integer, finding text not null,
  primary key (tenant, snapshot, unit, series, indicator, dossier)
);
-- how many dossiers had points a in one series and b in the other
create table joint_counts (
  tenant text not null, snapshot text not null, unit text not null, officer text not null, kind text not null,
  indicator integer not null, a integer not null, b integer not null, n integer not null,
  primary key (tenant, snapshot, unit, officer, kind, indicator, a, b)
);
create table published_tables (
  tenant text not null, id text not null, body text not null,
  primary key (tenant, id)
);
create table audit (
  tenant text not null, seq integer not null, at text not null, actor text not null, action text not null,
  subject text not null, detail text not null, prev text not null, hash text not null,
  primary key (tenant, seq)
);
