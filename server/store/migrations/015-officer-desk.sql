-- 1 = this score named the officer of a dossier that had none; taken back, the dossier has none again.
alter table self_scores add column named integer not null default 0;

-- 1 = the tablet took it up. It stays for minutes, so that the counter sees what became of it.
alter table kiosk_hand_overs add column taken integer not null default 0;
