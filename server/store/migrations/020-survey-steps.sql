-- How forms fared before and when they were sent, as counts alone: of no dossier, no person, no day.
create table survey_steps (
  tenant text not null, period text not null, unit text not null, survey text not null, channel text not null,
  -- opened: by its link · left, fault: the question a form was left at, or was sent back for · sent: how long it took
  step text not null,
  -- '' of opened; the question of left and fault; of sent the pace: 30 | 60 | 120 | 300 | 600 | more, in seconds
  bucket text not null,
  n integer not null,
  primary key (tenant, period, unit, survey, channel, step, bucket)
);
-- the pace a response was counted with, so that an erased one is counted no more; goes with the receipt at the seal
alter table receipts add column pace text;
