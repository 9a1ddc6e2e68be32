package io.nexum.gateway.product;

import io.nexum.gateway.request.Fields;
import io.nexum.gateway.request.Forms;
import io.nexum.gateway.terms.AllocationWords;
import io.nexum.gateway.terms.PaymentFrequencies;
import io.nexum.gateway.terms.ScaleAnswer;
import io.nexum.gateway.terms.TermsReader;
import io.nexum.kernel.interest.DayCount;
import io.nexum.kernel.loan.Amortization;
import io.nexum.kernel.loan.PaymentFrequency;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.product.CreditLineConditions;
import io.nexum.kernel.product.LoanConditions;
import io.nexum.kernel.product.LoanConditions.AmountRange;
import io.nexum.kernel.product.LoanConditions.Prepayment;
import io.nexum.kernel.product.LoanConditions.TermRange;
import io.nexum.kernel.product.ProductGlAccounts;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What a product for loans says, as its clients read it. Credit lines share its grace and its late fee. */
record LendingTerms(
        Optional<Money> minLoanAmount,
        Optional<Money> maxLoanAmount,
        Optional<Integer> minLoanTermMonths,
        Optional<Integer> defaultLoanTermMonths,
        Optional<Integer> maxLoanTermMonths,
        Optional<Object> paymentFrequency,
        Optional<Amortization> amortizationMethod,
        Optional<Integer> gracePeriodDays,
        Optional<ScaleAnswer> latePaymentFee,
        Optional<Boolean> prepaymentAllowed,
        Optional<String> prepaymentPenaltyRate,
        Optional<String> defaultInterestRate,
        Optional<List<String>> paymentAllocation,
        Optional<ScaleAnswer> originationFee) {
    static final LendingTerms NONE = lateness(Optional.empty(), Optional.empty());

    static LendingTerms of(LoanConditions loan) {
        return new LendingTerms(
                loan.amount().least(),
                loan.amount().most(),
                loan.term().least(),
                loan.term().usual(),
                loan.term().most(),
                Optional.of(PaymentFrequencies.shown(loan.paymentFrequency())),
                Optional.of(loan.amortization()),
                loan.graceDays(),
                loan.lateFee().map(ScaleAnswer::of),
                Optional.of(loan.prepayment().allowed()),
                loan.prepayment().penaltyRate().map(BigDecimal::toPlainString),
                loan.defaultRate().map(BigDecimal::toPlainString),
                loan.allocationOrder().isEmpty() ? Optional.empty() : Optional.of(loan.allocationOrder()),
                loan.originationFee().map(ScaleAnswer::of));
    }

    static LendingTerms of(CreditLineConditions line) {
        return lateness(Optional.of(line.graceDays()), line.lateFee().map(ScaleAnswer::of));
    }

    private static LendingTerms lateness(Optional<Integer> graceDays, Optional<ScaleAnswer> lateFee) {
        return new LendingTerms(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                graceDays,
                lateFee,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static Optional<LoanConditions> read(TermsReader terms) {
        Fields in = terms.in();
        Optional<BigDecimal> rate = annualRate(terms);
        Optional<Money> least = terms.amount("min_loan_amount");
        Optional<Money> most = terms.amount("max_loan_amount");
        Optional<Integer> shortest = months(in, "min_loan_term_months");
        Optional<Integer> usual = months(in, "default_loan_term_months");
        Optional<Integer> longest = months(in, "max_loan_term_months");
        PaymentFrequency frequency = PaymentFrequencies.read(in).orElse(PaymentFrequency.MONTHLY);
        Amortization amortization = in.optional(
                        in.sent("amortization_method", "amortization"), Forms.word(Amortization.class))
                .orElse(Amortization.EQUAL_INSTALLMENT);
        DayCount dayCount = terms.dayCount().orElse(DayCount.THIRTY_360_US);
        Optional<Integer> grace = graceDays(in);
        boolean prepayment =
                in.flag(in.sent("prepayment_allowed", "allow_prepayment")).orElse(true);
        Optional<BigDecimal> defaultRate = terms.rate("default_interest_rate");
        List<String> allocation = AllocationWords.read(in, "payment_allocation");
        FeesOfLoan fees = FeesOfLoan.read(terms);
        ProductGlAccounts books = FeesOfProduct.glAccounts(terms);
        Optional<AmountRange> amount = in.made("min_loan_amount", () -> new AmountRange(least, most));
        Optional<TermRange> term = in.made("default_loan_term_months", () -> new TermRange(shortest, usual, longest));
        return in.made(
                "payment_allocation",
                () -> new LoanConditions(
                        rate,
                        amount.orElse(AmountRange.ANY),
                        term.orElse(TermRange.ANY),
                        frequency,
                        amortization,
                        dayCount,
                        grace,
                        fees.late(),
                        new Prepayment(prepayment, fees.prepaymentPenaltyRate()),
                        defaultRate,
                        allocation,
                        fees.origination(),
                        List.of(),
                        books));
    }

    static Optional<BigDecimal> annualRate(TermsReader terms) {
        return terms.rate(terms.in().sent("interest_rate", "annual_interest_rate"));
    }

    static Optional<Integer> graceDays(Fields in) {
        return in.wholeNumber("grace_period_days", 0, LoanConditions.MOST_GRACE_DAYS);
    }

    private static Optional<Integer> months(Fields in, String name) {
        return in.wholeNumber(name, 1, LoanConditions.MOST_TERM_MONTHS);
    }
}
