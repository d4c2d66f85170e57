-- Records beside dossiers. None of them names an applicant, a petitioner or holds the text of a petition or a letter.

-- From `from_day` on the unit puts every petition, or every letter of apology, on record here: only then is «none» known.
create table recordings (
  tenant text not null, unit text not null,
  -- petitions | apologies
  kind text not null, from_day text not null, to_day text, declared_by text not null, declared_at text not null,
  primary key (tenant, unit, kind)
);
create table petitions (
  tenant text not null,
  -- id in the system that took it in
  id text not null, unit text not null, dossier text, procedure text,
  -- harassment | breach | other
  about text not null, received text not null, due text, answered text,
  -- 1 = dragged on, 0 = not, null = not known
  prolonged integer,
  -- verified | unfounded | pending
  verdict text not null, updated_by text not null, updated_at text not null,
  primary key (tenant, id)
);
create index petitions_by_dossier on petitions (tenant, dossier);
create index petitions_by_unit on petitions (tenant, unit, received, id);
create index petitions_by_due on petitions (tenant, unit, due, id);
-- what an office did about a dossier beside its dates (rules/acts.ts), as JSON
create table dossier_acts (
  tenant text not null, code text not null, acts text not null, updated_by text not null, updated_at text not null,
  primary key (tenant, code)
);
-- letters of apology: when sent, the new promised time, the code of the reason; never the letter
create table apology_letters (
  tenant text not null, dossier text not null, sent text not null, promised text, reason text,
  recorded_by text not null, recorded_at text not null,
  primary key (tenant, dossier, sent)
);
-- Points a reviewer gave; the newest revision counts, null points take the appraisal back.
create table appraisals (
  tenant text not null, period text not null, unit text not null,
  -- '' = the unit as a whole
  dossier text not null, indicator integer not null, revision integer not null, points integer,
  reason text not null, actor text not null, at text not null,
  primary key (tenant, period, unit, dossier, indicator, revision)
);
-- What an officer or a unit holds against a result that is not sealed yet, and its answer.
create table objections (
  tenant text not null, id text not null, period text not null, unit text not null, officer text, dossier text,
  indicator integer, text text not null, body_hash text not null,
  -- new | accepted | declined
  state text not null, raised_by text not null, raised_at text not null, due_day text not null,
  -- login of who answers, null = nobody yet
  owner text,
  answer text,
  -- what was changed because of it, when it was accepted
  changed text, answered_by text, answered_at text,
  primary key (tenant, id)
);
create index objections_by_period on objections (tenant, period, state, due_day, id);
create index objections_by_officer on objections (tenant, officer, period, id);
-- every declaration of unit facts, the newest last; `unit_facts` holds the newest
create table unit_facts_revisions (
  tenant text not null, period text not null, unit text not null, revision integer not null, facts text not null,
  declared_by text not null, declared_at text not null,
  primary key (tenant, period, unit, revision)
);
insert into unit_facts_revisions (tenant, period, unit, revision, facts, declared_by, declared_at)
  select tenant, period, unit, 1, facts, declared_by, declared_at from unit_facts;
-- who took the work of a unit over on the day it ended
create table unit_successors (
  tenant text not null, unit text not null, successor text not null, from_day text not null,
  -- share of the work that went there, in percent; null = not told
  share real,
  primary key (tenant, unit, successor)
);
