package io.nexum.gateway.product;

/** Products as the cookbook and the best practices have them. */
final class ProductBodies {
    static final String MICROLOAN = """
            {
              "name": "Small Business Microloan",
              "product_type": "loan",
              "currency": "USD",
              "description": "Short-term business loans for entrepreneurs",
              "product_code": "%s",
              "interest_rate": "0.24",
              "default_loan_term_months": 12,
              "max_loan_term_months": 24,
              "min_loan_amount": {"amount": "500.00", "currency": "USD"},
              "max_loan_amount": {"amount": "10000.00", "currency": "USD"},
              "payment_frequency": "weekly",
              "late_payment_fee": {"amount": "25.00", "currency": "USD"},
              "grace_period_days": 7,
              "requires_kyc_tier": "tier_1"
            }""";

    static final String WALLET = """
            {
              "name": "PayFast Digital Wallet",
              "product_type": "checking",
              "currency": "USD",
              "description": "Mobile digital wallet for payments and transfers",
              "product_code": "%s",
              "minimum_balance": {"amount": "0.00", "currency": "USD"},
              "daily_transaction_limit": {"amount": "2500.00", "currency": "USD"},
              "monthly_transaction_limit": {"amount": "10000.00", "currency": "USD"},
              "transaction_fee": {"amount": "0.00", "currency": "USD"},
              "requires_kyc_tier": "tier_0",
              "allow_negative_balance": false,
              "instant_transfers": true
            }""";

    static final String STUDENT = """
            {
              "name": "Student Advantage Checking",
              "product_type": "checking",
              "currency": "USD",
              "description": "Fee-free checking account designed for students",
              "product_code": "%s",
              "configuration": {
                "name": "Student Advantage Checking",
                "product_type": "checking",
                "currency": {"code": "USD"},
                "minimum_balance": {"amount": "0.00", "currency": "USD"},
                "minimum_balance_fee": null,
                "daily_withdrawal_limit": {"amount": "800.00", "currency": "USD"},
                "daily_transaction_limit": {"amount": "3000.00", "currency": "USD"},
                "monthly_transaction_limit": {"amount": "20000.00", "currency": "USD"},
                "monthly_maintenance_fee": {"amount": "0.00", "currency": "USD"},
                "transaction_fee": null,
                "overdraft_fee": {"amount": "25.00", "currency": "USD"},
                "overdraft_limit": {"amount": "200.00", "currency": "USD"},
                "allow_negative_balance": true,
                "auto_pay_fees_from_balance": false,
                "send_low_balance_alerts": true,
                "low_balance_alert_threshold": {"amount": "50.00", "currency": "USD"},
                "requires_kyc_tier": "tier_1",
                "max_account_age_for_benefits": 25,
                "partner_atm_networks": ["Allpoint", "MoneyPass", "SUM"],
                "cashback_rate": "0.01",
                "mobile_deposit_daily_limit": {"amount": "2000.00", "currency": "USD"},
                "allow_parental_oversight": true
              }
            }""";

    static final String SAVINGS = """
            {
              "name": "Premium High-Yield Savings",
              "product_type": "savings",
              "currency": "USD",
              "product_code": "%s",
              "interest_rate": "0.045",
              "interest_tiers": [{"from_balance": {"amount": "10000.00", "currency": "USD"}, "interest_rate": "0.05"}],
              "interest_tiering": "banded",
              "interest_calculation_method": "average_balance",
              "interest_compounding_frequency": "monthly",
              "interest_posting_frequency": "quarterly",
              "day_count": "actual_360",
              "withholding_rate": "0.1",
              "minimum_balance": {"amount": "2500.00", "currency": "USD"},
              "daily_withdrawal_limit": {"amount": "2000.00", "currency": "USD"},
              "monthly_maintenance_fee": {"rate": "0.001", "maximum": {"amount": "9.00", "currency": "USD"}},
              "fees": [
                {"name": "Early closing", "event": "closing", "condition": "closed_within_days", "within_days": 90,
                 "fee": {"amount": "20.00", "currency": "USD"}, "frequency": "one_time"},
                {"name": "Large transfer", "event": "transaction",
                 "fee": {"tiers": [
                   {"up_to": {"amount": "1000.00", "currency": "USD"}, "fixed": {"amount": "0.00", "currency": "USD"}},
                   {"fixed": {"amount": "1.00", "currency": "USD"}, "rate": "0.001"}]}}],
              "gl_accounts": {"interest_expense": "5010", "fee_income": "4020"},
              "requires_kyc_tier": "tier_2"
            }""";

    static final String CREDIT_LINE = """
            {
              "name": "Personal Line of Credit",
              "product_type": "credit_line",
              "currency": "USD",
              "product_code": "%s",
              "credit_limit": {"amount": "10000.00", "currency": "USD"},
              "interest_rate": "0.1899",
              "grace_period_days": 21,
              "late_payment_fee": {"amount": "35.00", "currency": "USD"},
              "overlimit_fee": {"amount": "25.00", "currency": "USD"},
              "minimum_payment_percentage": "0.02",
              "requires_kyc_tier": "tier_2"
            }""";

    private ProductBodies() {}
}
