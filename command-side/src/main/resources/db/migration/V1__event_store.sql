-- The log of the bank: one row an event, never changed, never removed.
-- payload and metadata are the JSON texts that were hashed, byte for byte, hence text and not jsonb.
CREATE TABLE event (
    tenant      text        NOT NULL,
    position    bigint      NOT NULL CHECK (position > 0),
    stream      text        NOT NULL,
    sequence    bigint      NOT NULL CHECK (sequence >= 0),
    type        text        NOT NULL,
    recorded_at timestamptz NOT NULL,
    payload     text        NOT NULL,
    metadata    text        NOT NULL,
    hash        bytea       NOT NULL,
    PRIMARY KEY (tenant, position),
    UNIQUE (tenant, stream, sequence)
);

-- The auditor's ways in, beside position and entity. Neither may cost an append much: what came by one user or one
-- request stands together in the log, so it is enough to know which stretches of the table can hold it.
CREATE INDEX event_by_cause ON event USING brin (
    (metadata::json ->> 'user') text_bloom_ops,
    (metadata::json ->> 'correlation_id') text_bloom_ops
) WITH (pages_per_range = 64, autosummarize = on);
CREATE INDEX event_by_time ON event USING brin (recorded_at);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the log is append-only: % on % is refused', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER event_is_append_only BEFORE UPDATE OR DELETE ON event
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER event_is_never_emptied BEFORE TRUNCATE ON event
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Where each tenant's log ends. Whoever appends changes this row in the same transaction, so appends are in one order
-- and positions have no gaps.
CREATE TABLE chain_head (
    tenant   text   PRIMARY KEY,
    position bigint NOT NULL,
    hash     bytea  NOT NULL
);

-- What is taken and must stay unique, taken in the transaction of the events that took it.
CREATE TABLE claim (
    tenant   text   NOT NULL,
    kind     text   NOT NULL,
    value    text   NOT NULL,
    position bigint NOT NULL,
    PRIMARY KEY (tenant, kind, value)
);

-- The answers to requests with an idempotency key, written in the transaction of their events.
CREATE TABLE idempotency_record (
    tenant      text        NOT NULL,
    key         text        NOT NULL,
    fingerprint text        NOT NULL,
    answer_type text        NOT NULL,
    answer      text        NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (tenant, key)
);
CREATE INDEX idempotency_record_by_time ON idempotency_record USING brin (recorded_at);

-- A shortcut to the state of an entity. Derived, so it may be dropped at any time.
CREATE TABLE snapshot (
    tenant        text   NOT NULL,
    stream        text   NOT NULL,
    sequence      bigint NOT NULL,
    state_version text   NOT NULL,
    state         text   NOT NULL,
    PRIMARY KEY (tenant, stream)
);
