package io.nexum.bench.crash;

import io.nexum.kernel.money.Money;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Something that the client wants to happen once, however often it has to ask. */
sealed interface Order {
    /** Where it is posted to. */
    String path();

    /** The request's body. */
    Map<String, Object> body();

    record Deposit(String account, Money amount) implements Order {
        @Override
        public String path() {
            return "/transactions/deposit";
        }

        @Override
        public Map<String, Object> body() {
            return Map.of("account_id", account, "amount", amount, "description", "crash test: deposit");
        }
    }

    record Withdrawal(String account, Money amount) implements Order {
        @Override
        public String path() {
            return "/transactions/withdraw";
        }

        @Override
        public Map<String, Object> body() {
            return Map.of("account_id", account, "amount", amount, "description", "crash test: withdrawal");
        }
    }

    record Transfer(String from, String to, Money amount) implements Order {
        @Override
        public String path() {
            return "/transactions/transfer";
        }

        @Override
        public Map<String, Object> body() {
            return Map.of(
                    "from_account_id",
                    from,
                    "to_account_id",
                    to,
                    "amount",
                    amount,
                    "description",
                    "crash test: transfer");
        }
    }

    /** All of the transfers or none. */
    record Bulk(List<Transfer> transfers) implements Order {
        @Override
        public String path() {
            return "/transactions/bulk";
        }

        @Override
        public Map<String, Object> body() {
            List<Map<String, Object>> lines = transfers.stream()
                    .map(transfer -> {
                        Map<String, Object> line = new HashMap<>(transfer.body());
                        line.put("transaction_type", "transfer_internal");
                        return line;
                    })
                    .toList();
            return Map.of("transactions", lines, "mode", "atomic");
        }
    }

    record Hold(String account, Money amount) implements Order {
        @Override
        public String path() {
            return "/accounts/" + account + "/holds";
        }

        @Override
        public Map<String, Object> body() {
            return Map.of("amount", amount, "reason", "crash test: hold");
        }
    }

    /** Takes a part of a hold and releases the rest. */
    record Capture(String account, String hold, Money held, Money captured) implements Order {
        @Override
        public String path() {
            return "/accounts/" + account + "/holds/" + hold + "/capture";
        }

        @Override
        public Map<String, Object> body() {
            return Map.of("amount", captured, "release_remainder", true);
        }
    }

    /** The movements of money that it leads to once it is granted, in the order of the answer's transactions. */
    default List<Movement> movements() {
        return switch (this) {
            case Deposit o -> List.of(new Movement(Optional.empty(), Optional.of(o.account), o.amount));
            case Withdrawal o -> List.of(new Movement(Optional.of(o.account), Optional.empty(), o.amount));
            case Transfer o -> List.of(new Movement(Optional.of(o.from), Optional.of(o.to), o.amount));
            case Bulk o ->
                o.transfers.stream()
                        .flatMap(transfer -> transfer.movements().stream())
                        .toList();
            case Hold _ -> List.of();
            case Capture o -> List.of(new Movement(Optional.of(o.account), Optional.empty(), o.captured));
        };
    }

    /** Money that leaves one account, or the bank's customers, and comes to another. */
    record Movement(Optional<String> from, Optional<String> to, Money amount) {}
}
