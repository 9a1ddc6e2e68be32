-- A place among those that are open is claimed, and given back when it ends, as a loan's when it is paid off. What must
-- stay taken for ever, as an account's number, is of a kind that doesn't begin with open_.
GRANT DELETE ON claim TO nexum_app;
CREATE POLICY given_back ON claim AS RESTRICTIVE FOR DELETE TO nexum_app USING (kind LIKE 'open\_%');

-- How far the last close of each bank's days is, or came. What an entity has behind it is in its own state, so this
-- only saves a run that goes on after a crash from looking at all of them again.
CREATE TABLE day_run (
    tenant          text        PRIMARY KEY,
    id              uuid        NOT NULL,
    first_date      date        NOT NULL,
    through         date        NOT NULL,
    asked_by        text        NOT NULL,
    started_at      timestamptz NOT NULL,
    ended_at        timestamptz,
    failure         text,
    date            date        NOT NULL,
    step            text        NOT NULL DEFAULT '',
    step_started_at timestamptz NOT NULL DEFAULT now(),
    steps_done      integer     NOT NULL DEFAULT 0,
    steps           integer     NOT NULL DEFAULT 1,
    after_entity    text        NOT NULL DEFAULT '',
    total           bigint      NOT NULL DEFAULT 0,
    looked          bigint      NOT NULL DEFAULT 0,
    changed         bigint      NOT NULL DEFAULT 0,
    set_aside       bigint      NOT NULL DEFAULT 0
);
GRANT SELECT, INSERT, UPDATE ON day_run TO nexum_app;
SELECT keep_tenants_apart('day_run');
