-- Who may log in. The name is what the log's metadata and the access token say.
CREATE TABLE user_account (
    id            uuid        PRIMARY KEY,
    username      text        NOT NULL UNIQUE,
    password_hash text        NOT NULL,
    created_at    timestamptz NOT NULL,
    changed_at    timestamptz NOT NULL
);

-- One login. Its refresh token changes with each use; only the newest one's SHA-256 is kept.
CREATE TABLE session (
    id                 uuid        PRIMARY KEY,
    user_id            uuid        NOT NULL REFERENCES user_account,
    refresh_token_hash bytea       NOT NULL,
    created_at         timestamptz NOT NULL,
    expires_at         timestamptz NOT NULL,
    revoked_at         timestamptz
);
CREATE INDEX session_by_user ON session (user_id);
CREATE INDEX session_by_expiry ON session (expires_at);

GRANT SELECT, INSERT, UPDATE ON user_account TO nexum_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON session TO nexum_app;
