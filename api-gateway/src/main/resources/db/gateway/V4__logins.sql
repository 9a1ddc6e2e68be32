-- Whoever is barred doesn't come in whatever the password. Whoever has a one-time password must change it first.
ALTER TABLE user_account ADD COLUMN barred boolean NOT NULL DEFAULT false;
ALTER TABLE user_account ADD COLUMN password_change_required boolean NOT NULL DEFAULT false;

-- Attempts to log in that no success followed, by tenant and name, whether there is such a user or not. The door is a
-- hash, for what is typed as a name may be a password. An address that the user came from before has a door of its own.
CREATE TABLE login_attempt (
    door          text        PRIMARY KEY,
    failures      int         NOT NULL,
    refused_until timestamptz NOT NULL,
    last_at       timestamptz NOT NULL
);
CREATE INDEX login_attempt_by_age ON login_attempt (last_at);

CREATE TABLE known_address (
    user_id uuid        NOT NULL REFERENCES user_account,
    address text        NOT NULL,
    seen_at timestamptz NOT NULL,
    PRIMARY KEY (user_id, address)
);
CREATE INDEX known_address_by_age ON known_address (seen_at);

GRANT SELECT, INSERT, UPDATE, DELETE ON login_attempt, known_address TO nexum_app;
