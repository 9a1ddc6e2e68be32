package io.nexum.gateway.request;

import io.nexum.kernel.PageRequest;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;

/** The query parameters of every list. */
public record Paging(
        @Parameter(
                description = "how many to leave out, from 0",
                schema = @Schema(type = "integer", defaultValue = "0", minimum = "0"))
        Optional<String> skip,

        @Parameter(
                description = "how many to answer at most",
                schema = @Schema(type = "integer", defaultValue = "50", minimum = "1", maximum = "200"))
        Optional<String> limit) {
    /** The part that these parameters mean, where no others are read. */
    public PageRequest page() {
        return new Parameters().checkedPage(this);
    }
}
