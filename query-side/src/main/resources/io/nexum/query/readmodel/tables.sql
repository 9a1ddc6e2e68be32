-- The read models: everything here is told by the log and can be built from it again.
-- Names that are compared byte by byte have the collation C, which is the cheapest one. JSON that is only kept and
-- handed back is text: nothing is lost or reordered.

-- Which program built these tables.
CREATE TABLE read_model (
    version  text        NOT NULL,
    built_at timestamptz NOT NULL DEFAULT now()
);

-- How far each tenant's log is in these tables; moved in the transaction that writes them.
CREATE TABLE projection_position (
    tenant   text COLLATE "C" PRIMARY KEY,
    position bigint NOT NULL
);

-- Personal data are sealed under the customer's data key: contact, date_of_birth, kyc_documents, metadata and the payees.
-- E-mail and phone are found by keyed hashes.
CREATE TABLE customer (
    tenant           text COLLATE "C" NOT NULL,
    id               uuid        NOT NULL,
    created_position bigint      NOT NULL,
    email_hash       text COLLATE "C",
    phone_hash       text COLLATE "C",
    contact          text        NOT NULL,
    date_of_birth    text,
    kyc              text        NOT NULL,
    kyc_documents    text,
    retained_until   date,
    status           text COLLATE "C" NOT NULL,
    metadata         text        NOT NULL,
    created_at       timestamptz NOT NULL,
    updated_at       timestamptz NOT NULL,
    PRIMARY KEY (tenant, id)
);

CREATE TABLE beneficiary (
    tenant      text COLLATE "C" NOT NULL,
    customer_id uuid   NOT NULL,
    id          uuid   NOT NULL,
    position    bigint NOT NULL,
    beneficiary text   NOT NULL,
    PRIMARY KEY (tenant, customer_id, id)
);

-- The balance changes with every movement: free space in each page keeps those updates out of the indexes.
CREATE TABLE account (
    tenant          text COLLATE "C" NOT NULL,
    id              uuid        NOT NULL,
    opened_position bigint      NOT NULL,
    customer_id     uuid        NOT NULL,
    account_number  text COLLATE "C" NOT NULL,
    product_type    text COLLATE "C" NOT NULL,
    product_code    text,
    currency        text COLLATE "C" NOT NULL,
    name            text        NOT NULL,
    time_zone       text COLLATE "C" NOT NULL,
    status          text COLLATE "C" NOT NULL,
    limits          text        NOT NULL,
    overdraft_limit numeric     NOT NULL,
    balance         numeric     NOT NULL,
    metadata        text        NOT NULL,
    opened_on       date        NOT NULL,
    created_at      timestamptz NOT NULL,
    updated_at      timestamptz NOT NULL,
    product_id      uuid,
    product_version int,
    PRIMARY KEY (tenant, id)
) WITH (fillfactor = 70);

CREATE TABLE hold (
    tenant     text COLLATE "C" NOT NULL,
    id         uuid        NOT NULL,
    account_id uuid        NOT NULL,
    position   bigint      NOT NULL,
    currency   text COLLATE "C" NOT NULL,
    amount     numeric     NOT NULL,
    captured   numeric     NOT NULL,
    reason     text        NOT NULL,
    status     text COLLATE "C" NOT NULL,
    expires_at timestamptz,
    placed_at  timestamptz NOT NULL,
    PRIMARY KEY (tenant, id)
) WITH (fillfactor = 80);

-- One row a transaction, never changed: that it was reversed is told by the row that reverses it.
CREATE TABLE transaction (
    tenant            text COLLATE "C" NOT NULL,
    id                uuid        NOT NULL,
    position          bigint      NOT NULL,
    type              text COLLATE "C" NOT NULL,
    from_account      uuid,
    to_account        uuid,
    currency          text COLLATE "C" NOT NULL,
    amount            numeric     NOT NULL,
    credited_currency text COLLATE "C",
    credited_amount   numeric,
    rate              numeric,
    description       text        NOT NULL,
    reference         text COLLATE "C",
    channel           text COLLATE "C" NOT NULL,
    booking_date      date        NOT NULL,
    value_date        date        NOT NULL,
    created_at        timestamptz NOT NULL,
    created_by        text        NOT NULL,
    reverses          uuid,
    metadata          text        NOT NULL
);

-- One row a journal line, never changed. The amount is above zero on the debit side and below on the credit side, so
-- that the sum over all rows is zero. A line of a customer's account names it by account_id, any other sub-account by
-- sub_account.
CREATE TABLE posting (
    tenant         text COLLATE "C" NOT NULL,
    position       bigint   NOT NULL,
    line           smallint NOT NULL,
    transaction_id uuid     NOT NULL,
    gl_account     text COLLATE "C" NOT NULL,
    account_id     uuid,
    sub_account    text COLLATE "C",
    currency       text COLLATE "C" NOT NULL,
    amount         numeric  NOT NULL,
    booking_date   date     NOT NULL,
    value_date     date     NOT NULL
);

CREATE TABLE journal_entry (
    tenant         text COLLATE "C" NOT NULL,
    id             uuid        NOT NULL,
    transaction_id uuid        NOT NULL,
    position       bigint      NOT NULL,
    booking_date   date        NOT NULL,
    value_date     date        NOT NULL,
    description    text        NOT NULL,
    reference      text COLLATE "C",
    recorded_at    timestamptz NOT NULL
);

CREATE TABLE gl_account (
    tenant  text COLLATE "C" NOT NULL,
    code    text COLLATE "C" NOT NULL,
    name    text    NOT NULL,
    type    text COLLATE "C" NOT NULL,
    control boolean NOT NULL,
    parent  text COLLATE "C",
    PRIMARY KEY (tenant, code)
);

-- What each day put on each side of each general-ledger account: trial balances are sums of these.
CREATE TABLE gl_day (
    tenant       text COLLATE "C" NOT NULL,
    gl_account   text COLLATE "C" NOT NULL,
    currency     text COLLATE "C" NOT NULL,
    booking_date date    NOT NULL,
    value_date   date    NOT NULL,
    debit        numeric NOT NULL,
    credit       numeric NOT NULL,
    PRIMARY KEY (tenant, gl_account, currency, booking_date, value_date)
) WITH (fillfactor = 50);

CREATE TABLE rate (
    tenant    text COLLATE "C" NOT NULL,
    id        uuid        NOT NULL,
    position  bigint      NOT NULL,
    base      text COLLATE "C" NOT NULL,
    quote     text COLLATE "C" NOT NULL,
    rate      numeric     NOT NULL,
    source    text        NOT NULL,
    quoted_at timestamptz NOT NULL,
    PRIMARY KEY (tenant, position)
);

CREATE TABLE product (
    tenant           text COLLATE "C" NOT NULL,
    id               uuid        NOT NULL,
    created_position bigint      NOT NULL,
    code             text COLLATE "C",
    type             text COLLATE "C" NOT NULL,
    status           text COLLATE "C" NOT NULL,
    version          int         NOT NULL,
    conditions       text        NOT NULL,
    created_at       timestamptz NOT NULL,
    updated_at       timestamptz NOT NULL,
    PRIMARY KEY (tenant, id)
);

-- What was opened under a version keeps it, so all are there.
CREATE TABLE product_version (
    tenant     text COLLATE "C" NOT NULL,
    product_id uuid        NOT NULL,
    version    int         NOT NULL,
    conditions text        NOT NULL,
    created_by text        NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (tenant, product_id, version)
);

-- The registry of tenants. All its rows are of the tenant that runs the installation.
CREATE TABLE registered_tenant (
    tenant           text COLLATE "C" NOT NULL,
    id               text COLLATE "C" NOT NULL,
    created_position bigint      NOT NULL,
    code             text        NOT NULL,
    active           boolean     NOT NULL,
    profile          text        NOT NULL,
    created_at       timestamptz NOT NULL,
    updated_at       timestamptz NOT NULL,
    PRIMARY KEY (tenant, id)
);

-- What each tenant did on each UTC day.
CREATE TABLE usage_day (
    tenant          text COLLATE "C" NOT NULL,
    day             date        NOT NULL,
    transactions    bigint      NOT NULL,
    accounts_opened bigint      NOT NULL,
    accounts_closed bigint      NOT NULL,
    bytes           bigint      NOT NULL,
    last_at         timestamptz NOT NULL,
    PRIMARY KEY (tenant, day)
) WITH (fillfactor = 50);

-- What was said of a role last. Of a built-in role that is no more than its limits, and it has a row once they are set.
CREATE TABLE role (
    tenant           text COLLATE "C" NOT NULL,
    id               text COLLATE "C" NOT NULL,
    created_position bigint,
    definition       text        NOT NULL,
    created_at       timestamptz,
    updated_at       timestamptz NOT NULL,
    PRIMARY KEY (tenant, id)
);

CREATE TABLE bank_user (
    tenant           text COLLATE "C" NOT NULL,
    id               uuid        NOT NULL,
    created_position bigint      NOT NULL,
    username         text COLLATE "C" NOT NULL,
    contact          text        NOT NULL,
    branch_id        text,
    status           text COLLATE "C" NOT NULL,
    metadata         text        NOT NULL,
    created_at       timestamptz NOT NULL,
    updated_at       timestamptz NOT NULL,
    PRIMARY KEY (tenant, id)
);

CREATE TABLE bank_user_role (
    tenant  text COLLATE "C" NOT NULL,
    user_id uuid NOT NULL,
    role    text COLLATE "C" NOT NULL,
    PRIMARY KEY (tenant, user_id, role)
);

-- Each API key, revoked ones too. Of its secrets there are ids only.
CREATE TABLE api_key (
    tenant           text COLLATE "C" NOT NULL,
    id               uuid        NOT NULL,
    created_position bigint      NOT NULL,
    definition       text        NOT NULL,
    secret_id        uuid        NOT NULL,
    previous_secret  text,
    created_by       text        NOT NULL,
    created_at       timestamptz NOT NULL,
    rotated_at       timestamptz,
    revoked_at       timestamptz,
    PRIMARY KEY (tenant, id)
);

-- The days on which a bank works, once it has said so.
CREATE TABLE holiday_calendar (
    tenant   text COLLATE "C" PRIMARY KEY,
    calendar text NOT NULL
);

-- What a step of the day's close could not decide.
CREATE TABLE set_aside (
    tenant       text COLLATE "C" NOT NULL,
    step         text COLLATE "C" NOT NULL,
    entity       text COLLATE "C" NOT NULL,
    date         date        NOT NULL,
    reason       text        NOT NULL,
    set_aside_at timestamptz NOT NULL,
    PRIMARY KEY (tenant, step, entity)
);

-- The bank's date, once it closes days.
CREATE TABLE bank_day (
    tenant text COLLATE "C" PRIMARY KEY,
    date   date NOT NULL
);

-- The figures are those of the last event that told them; what was earned and charged by closed days since is beside
-- them, so that a day costs one narrow update. A loan has none while nothing is paid out.
CREATE TABLE loan (
    tenant           text COLLATE "C" NOT NULL,
    id               uuid        NOT NULL,
    created_position bigint      NOT NULL,
    customer_id      uuid        NOT NULL,
    product_id       uuid,
    product_version  int,
    currency         text COLLATE "C" NOT NULL,
    agreement        text        NOT NULL,
    planned          text        NOT NULL,
    agreed           numeric     NOT NULL,
    term_months      int         NOT NULL,
    purpose          text,
    collateral       text,
    applied_on       date        NOT NULL,
    status           text COLLATE "C" NOT NULL,
    figures          text,
    next_payment     date,
    earned           numeric     NOT NULL,
    charged          numeric     NOT NULL,
    as_of            date        NOT NULL,
    stage            text COLLATE "C",
    allowance        numeric     NOT NULL,
    changed_on       date        NOT NULL,
    created_at       timestamptz NOT NULL,
    updated_at       timestamptz NOT NULL,
    PRIMARY KEY (tenant, id)
) WITH (fillfactor = 70);

-- What was entered in each loan's book. A payment that was taken back stays here and counts no more.
CREATE TABLE loan_entry (
    tenant       text COLLATE "C" NOT NULL,
    loan_id      uuid    NOT NULL,
    position     bigint  NOT NULL,
    id           uuid    NOT NULL,
    kind         text COLLATE "C" NOT NULL,
    entry        text    NOT NULL,
    currency     text COLLATE "C" NOT NULL,
    amount       numeric,
    value_date   date    NOT NULL,
    booking_date date    NOT NULL,
    account_id   uuid,
    reference    text,
    reason       text,
    reversed_on  date,
    PRIMARY KEY (tenant, loan_id, position)
);

-- How each loan stood from a day on, by what was booked; a row only where something changes. The last row whose day has
-- come tells a past day.
CREATE TABLE loan_history (
    tenant       text COLLATE "C" NOT NULL,
    loan_id      uuid    NOT NULL,
    position     bigint  NOT NULL,
    from_date    date    NOT NULL,
    currency     text COLLATE "C" NOT NULL,
    status       text COLLATE "C" NOT NULL,
    principal    numeric NOT NULL,
    overdue      numeric NOT NULL,
    next_payment date,
    PRIMARY KEY (tenant, loan_id, position)
);

-- What each day changed in all loans together: interest earned, and principal that counts as an asset.
CREATE TABLE loan_day (
    tenant    text COLLATE "C" NOT NULL,
    currency  text COLLATE "C" NOT NULL,
    day       date    NOT NULL,
    interest  numeric NOT NULL,
    principal numeric NOT NULL,
    PRIMARY KEY (tenant, currency, day)
) WITH (fillfactor = 50);
