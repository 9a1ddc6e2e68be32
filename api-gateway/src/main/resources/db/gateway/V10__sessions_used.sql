-- When the session's tokens were renewed last; never yet if it is null.
ALTER TABLE session ADD COLUMN refreshed_at timestamptz;
