-- What the nodes together have granted of each budget in a minute, for two minutes. After a crash it starts anew.
CREATE UNLOGGED TABLE rate_limit_use (
    budget text   NOT NULL,
    minute bigint NOT NULL,
    used   bigint NOT NULL,
    PRIMARY KEY (budget, minute)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON rate_limit_use TO nexum_app;
