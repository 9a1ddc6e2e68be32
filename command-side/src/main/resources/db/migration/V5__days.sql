-- A place among those that are open is claimed, and given back when it ends, as a loan's when it is paid off. What must
-- stay taken for ever, as an account's number, is of a kind that doesn't begin with open_.
GRANT DELETE ON claim TO nexum_app;
CREATE POLICY given_back ON claim AS RESTRICTIVE FOR DELETE TO nexum_app USING (kind LIKE 'open\_%');
