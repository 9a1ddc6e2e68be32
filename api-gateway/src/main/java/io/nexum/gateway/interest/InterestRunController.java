package io.nexum.gateway.interest;

import io.nexum.command.CommandSide;
import io.nexum.command.account.DepositInterest;
import io.nexum.command.loan.CloseLoans;
import io.nexum.command.store.day.EndOfDay;
import io.nexum.gateway.access.Needs;
import io.nexum.gateway.day.BusinessDates;
import io.nexum.gateway.http.Caller;
import io.nexum.gateway.request.Forms;
import io.nexum.gateway.request.Granted;
import io.nexum.gateway.request.Parameters;
import io.nexum.kernel.access.Permission;
import io.nexum.kernel.day.StepCounts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Accruing and posting interest for all accounts by hand. The close of a day does both by itself. */
@RestController
@RequestMapping("/admin/interest")
@Tag(name = "Interest")
class InterestRunController {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 9999;

    private final EndOfDay endOfDay;
    private final BusinessDates dates;

    InterestRunController(CommandSide commands, BusinessDates dates) {
        this.endOfDay = commands.endOfDay();
        this.dates = dates;
    }

    @Needs(Permission.SYSTEM_CONFIG)
    @PostMapping("/daily-accrual")
    @Operation(
            operationId = "accrue_interest",
            summary = "Accrue the interest of all accounts and loans through a day",
            description =
                    "Without accrual_date it is the business date. What has accrued is passed over. Loans are closed for"
                            + " that day: late fees, ageing and defaults come with their interest.")
    InterestRunAnswer.Accrual accrue(@RequestParam(name = "accrual_date") Optional<String> accrualDate, Caller caller) {
        Caller earnest = Granted.inEarnest(caller);
        LocalDate today = dates.of(earnest.tenant());
        var in = new Parameters();
        LocalDate date = in.read("accrual_date", accrualDate, Forms::date).orElse(today);
        if (date.isAfter(today)) {
            in.wrong("accrual_date", "must not be after the business date, " + today);
        }
        in.check();
        InterestTotals totals = new InterestTotals();
        StepCounts accounts = run(DepositInterest.accrue(today), date, earnest, totals);
        StepCounts loans = endOfDay.runSteps(earnest.tenant(), List.of(CloseLoans.NAME), date, earnest.command())
                .getOrDefault(CloseLoans.NAME, StepCounts.NONE);
        return InterestRunAnswer.Accrual.of(date, accounts, totals, loans);
    }

    @Needs(Permission.SYSTEM_CONFIG)
    @PostMapping("/monthly-posting")
    @Operation(
            operationId = "post_interest",
            summary = "Post the interest of a month to all accounts",
            description =
                    "Without month and year it is the month of the business date, through that date. Interest that"
                            + " is posted by the quarter or the year waits for its end. What is posted is passed over.")
    InterestRunAnswer.Posting post(
            @RequestParam Optional<String> month, @RequestParam Optional<String> year, Caller caller) {
        Caller earnest = Granted.inEarnest(caller);
        LocalDate today = dates.of(earnest.tenant());
        var in = new Parameters();
        int ofYear = in.read("month", month, text -> number(text, 1, 12)).orElse(today.getMonthValue());
        int inYear = in.read("year", year, text -> number(text, FIRST_YEAR, LAST_YEAR))
                .orElse(today.getYear());
        YearMonth asked = YearMonth.of(inYear, ofYear);
        if (asked.isAfter(YearMonth.from(today))) {
            in.wrong("month", "must not be after that of the business date, " + today);
        }
        in.check();
        LocalDate through = asked.atEndOfMonth().isAfter(today) ? today : asked.atEndOfMonth();
        InterestTotals totals = new InterestTotals();
        StepCounts counts = run(DepositInterest.postMonth(today), through, earnest, totals);
        return InterestRunAnswer.Posting.of(ofYear, inYear, through, counts, totals);
    }

    private StepCounts run(DepositInterest step, LocalDate date, Caller caller, InterestTotals totals) {
        return endOfDay.runStepsOnce(caller.tenant(), List.of(step), date, caller.command(), totals::add)
                .getOrDefault(step.name(), StepCounts.NONE);
    }

    private static int number(String text, int least, int most) {
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new IllegalArgumentException("must be a whole number from " + least + " to " + most);
    }
}
