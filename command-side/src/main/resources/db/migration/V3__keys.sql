-- The keys to personal data, each wrapped by the one above it: the master key, which is not in the database, wraps the
-- tenants' keys, and a tenant's key wraps the data keys of its customers.
CREATE TABLE tenant_key (
    tenant     text        NOT NULL,
    version    integer     NOT NULL CHECK (version > 0),
    wrapped    text        NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant, version)
);

-- A subject is named by its stream. A destroyed key leaves its row, so that no other is ever made for the subject.
CREATE TABLE data_key (
    tenant       text        NOT NULL,
    subject      text        NOT NULL,
    key_version  integer     NOT NULL,
    wrapped      text,
    created_at   timestamptz NOT NULL DEFAULT now(),
    destroyed_at timestamptz,
    PRIMARY KEY (tenant, subject),
    CHECK ((wrapped IS NULL) = (destroyed_at IS NOT NULL))
);
CREATE INDEX data_key_by_version ON data_key (tenant, key_version) WHERE wrapped IS NOT NULL;
CREATE INDEX data_key_by_destruction ON data_key (tenant, destroyed_at) WHERE destroyed_at IS NOT NULL;

-- Every change of a key, and how far it is.
CREATE TABLE key_rotation (
    tenant      text        NOT NULL,
    id          uuid        NOT NULL,
    scope       text        NOT NULL CHECK (scope IN ('tenant', 'master')),
    new_key     text        NOT NULL,
    rewrapped   bigint      NOT NULL,
    started_by  text        NOT NULL,
    started_at  timestamptz NOT NULL DEFAULT now(),
    finished_at timestamptz,
    PRIMARY KEY (tenant, id)
);
CREATE UNIQUE INDEX key_rotation_under_way ON key_rotation (tenant, scope) WHERE finished_at IS NULL;

GRANT SELECT, INSERT, UPDATE ON tenant_key, data_key, key_rotation TO nexum_app;

-- Snapshots of customers written before now hold personal data in clear. They are shortcuts and are made anew.
DELETE FROM snapshot WHERE stream LIKE 'customer-%';
