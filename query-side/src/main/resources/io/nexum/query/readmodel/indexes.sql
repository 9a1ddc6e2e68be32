-- The ways into the large tables. Made after a rebuild has filled them, which is several times faster than row by row.

-- An id that is unique by itself comes before the tenant: sorting by the column that is the same in every row first would
-- make the build half as fast.
ALTER TABLE transaction ADD PRIMARY KEY (id, tenant);
CREATE INDEX transaction_by_position ON transaction (tenant, position);
CREATE INDEX transaction_by_sender ON transaction (from_account, position) WHERE from_account IS NOT NULL;
CREATE INDEX transaction_by_receiver ON transaction (to_account, position) WHERE to_account IS NOT NULL;
CREATE INDEX transaction_by_reference ON transaction (reference, position) WHERE reference IS NOT NULL;
CREATE INDEX transaction_by_reversed ON transaction (reverses) WHERE reverses IS NOT NULL;

ALTER TABLE posting ADD PRIMARY KEY (tenant, position, line);
CREATE INDEX posting_by_gl_account ON posting (gl_account, tenant, booking_date, position);
CREATE INDEX posting_by_account ON posting (account_id, booking_date, position) WHERE account_id IS NOT NULL;

ALTER TABLE journal_entry ADD PRIMARY KEY (tenant, position);
CREATE INDEX journal_entry_by_transaction ON journal_entry (tenant, transaction_id);

CREATE INDEX customer_by_creation ON customer (tenant, created_position);
CREATE INDEX customer_by_email ON customer (tenant, email_hash) WHERE email_hash IS NOT NULL;
CREATE INDEX customer_by_phone ON customer (tenant, phone_hash) WHERE phone_hash IS NOT NULL;
CREATE INDEX account_by_opening ON account (tenant, opened_position);
CREATE INDEX account_by_customer ON account (tenant, customer_id, opened_position);
CREATE INDEX hold_by_account ON hold (tenant, account_id, position);
CREATE INDEX hold_by_expiry ON hold (tenant, expires_at) WHERE status = 'active' AND expires_at IS NOT NULL;
CREATE INDEX rate_by_pair ON rate (tenant, base, quote, quoted_at, position);
CREATE INDEX product_by_creation ON product (tenant, created_position);
CREATE INDEX product_by_code ON product (tenant, code) WHERE code IS NOT NULL;
CREATE INDEX role_by_creation ON role (tenant, created_position) WHERE created_position IS NOT NULL;
CREATE INDEX bank_user_by_creation ON bank_user (tenant, created_position);
CREATE INDEX api_key_by_creation ON api_key (tenant, created_position);
CREATE INDEX bank_user_role_by_role ON bank_user_role (tenant, role);
CREATE INDEX loan_by_application ON loan (tenant, created_position);
CREATE INDEX loan_by_customer ON loan (tenant, customer_id, created_position);
CREATE INDEX loan_entry_by_booking ON loan_entry (tenant, currency, booking_date);
