/** Marks a database file as Parley's: "Prly" in ASCII, in SQLite's `application_id`. */
export const applicationId = 0x50726c79

/**
 * The steps from an empty database to today's. A step, once released, is never changed; `user_version` counts the ones
 * taken. Leaves of all logs, and all acts, stand in the order they arrive, so that a commit over many logs touches few
 * pages.
 */
export const migrations: readonly string[] = [
  `
  create table log (
    number integer primary key,
    id text not null unique
  ) strict;

  create table leaf (
    log integer not null references log (number),
    seq integer not null,
    bytes blob not null,
    primary key (log, seq)
  ) strict;
  create trigger leaf_is_never_changed before update on leaf begin select raise(abort, 'append-only'); end;
  create trigger leaf_is_never_removed before delete on leaf begin select raise(abort, 'append-only'); end;

  create table act (
    scope text not null,
    id text not null,
    fingerprint text not null,
    receipt text not null,
    primary key (scope, id)
  ) strict;

  create table invitation (
    token_hash text primary key not null,
    scope text not null,
    seat text not null,
    created_at_ms integer not null,
    expires_at_ms integer not null,
    used_at_ms integer
  ) strict, without rowid;
  create index invitation_by_principal on invitation (scope, seat);

  create table session (
    token_hash text primary key not null,
    scope text not null,
    seat text not null,
    created_at_ms integer not null,
    expires_at_ms integer not null
  ) strict, without rowid;
  create index session_by_principal on session (scope, seat);

  create table takedown (
    id text primary key not null,
    received_at_ms integer not null,
    page_url text not null,
    claim text not null,
    requester_name text not null,
    requester_contact text not null,
    explanation text not null,
    language text not null,
    outcome text,
    settled_at_ms integer,
    check ((outcome is null) = (settled_at_ms is null))
  ) strict;
  `,
  `
  alter table invitation add column lobby integer not null default 0;

  create table lobby (
    scope text not null,
    seat text not null,
    since_ms integer not null,
    admitted_at_ms integer,
    primary key (scope, seat)
  ) strict, without rowid;

  create table passkey (
    id text primary key not null,
    scope text not null,
    seat text not null,
    public_key blob not null,
    counter integer not null,
    label text not null,
    created_at_ms integer not null,
    last_used_at_ms integer
  ) strict, without rowid;
  create index passkey_by_principal on passkey (scope, seat);
  `,
  `
  alter table takedown add column reason text not null default '{}';
  `,
]
