package io.nexum.gateway.account;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.nexum.gateway.request.Request;
import io.nexum.kernel.account.AccountCommand.ChangeAccount;
import io.nexum.kernel.account.AccountId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Optional;

/** What is absent stays as it is. */
record ChangeAccountBody(
        Optional<@NotBlank @Size(max = 100) String> name,
        @JsonUnwrapped LimitFields limits,
        Optional<Map<String, Object>> metadata)
        implements Request {
    ChangeAccount command(AccountId id) {
        return new ChangeAccount(
                id,
                name,
                limits.minimumBalance(),
                limits.overdraftLimit(),
                limits.dailyTransactionLimit(),
                limits.monthlyTransactionLimit(),
                limits.lowBalanceThreshold(),
                metadata);
    }
}
