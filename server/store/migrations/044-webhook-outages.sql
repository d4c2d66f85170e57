-- Since when an address took nothing, and in `failures` how many rounds that were: many messages of one round say no more than one.
alter table webhooks add column failing_since text;
