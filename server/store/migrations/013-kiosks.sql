-- A place for a tablet at a counter. The tablet that stands there is enrolled by a one-time code and may be replaced.
create table kiosks (
  tenant text not null, kiosk text not null, unit text not null, counter text not null, officer text,
  -- quick | full
  mode text not null, lang text not null,
  -- an answer sooner than this after the last one is only counted
  interval_seconds integer not null,
  pin_hash text not null, failures integer not null default 0, locked_until text,
  paused integer not null default 0,
  code_hash text, code_expires text,
  key_hash text, enrolled_at text, revoked_at text,
  -- delivered | now: ordered by an admin; the tablet says when it is done
  wipe text, wiped_at text,
  -- what its last sign of life said
  seen_at text, queue integer, last_answer text, version text, battery integer, fault text,
  created_at text not null,
  primary key (tenant, kiosk)
);
create unique index kiosks_by_key on kiosks (tenant, key_hash);
create unique index kiosks_by_code on kiosks (tenant, code_hash);

-- One dossier on its way from the counter to the tablet, for minutes.
create table kiosk_hand_overs (
  tenant text not null, kiosk text not null, hand_over text not null, dossier text not null, stage text not null,
  issuer text not null, expires_at text not null,
  primary key (tenant, kiosk)
);

-- Presses that are no answers (outsideHours | interval): how many in a month, never what was pressed.
create table kiosk_asides (
  tenant text not null, kiosk text not null, month text not null, reason text not null, n integer not null,
  primary key (tenant, kiosk, month, reason)
);
-- So that one sent twice is counted once.
create table kiosk_aside_ids (
  tenant text not null, id_hash text not null, month text not null,
  primary key (tenant, id_hash)
);
