package io.nexum.gateway.tenant;

import io.nexum.gateway.settings.TenantOptions;
import io.nexum.kernel.Refusals.InvalidValue;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.tenant.TenantRefusal;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which tenant a request asks for, by its header and by the name in front of the domain. */
public final class TenantChoice {
    /** Names in front of the domain that are no tenants'. */
    private static final Set<String> NOBODYS = Set.of("www", "api", "admin");

    private final TenantOptions options;

    public TenantChoice(TenantOptions options) {
        this.options = options;
    }

    /** Everything that is asked for, as it was sent. More than one means that the request contradicts itself. */
    List<String> asked(HttpServletRequest request) {
        return Stream.of(header(request), subdomain(request))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    /**
     * The tenant that somebody wants to come in to: what the body says, the header, the name in front of the domain,
     * else the one that runs the installation.
     *
     * @throws RefusedException if they name different ones, or what can be no tenant
     */
    public TenantId forLogin(HttpServletRequest request, Optional<TenantId> inBody) {
        List<String> all = Stream.concat(inBody.map(TenantId::value).stream(), asked(request).stream())
                .map(TenantChoice::normal)
                .distinct()
                .toList();
        if (all.size() > 1) {
            throw new RefusedException(new TenantRefusal.TenantsDiffer());
        }
        return all.isEmpty()
                ? TenantId.DEFAULT
                : id(all.getFirst())
                        .orElseThrow(() -> new RefusedException(
                                new InvalidValue(options.header(), options.header() + " is no tenant's id")));
    }

    /** The tenant of a name as it was sent, be it an id or a code. */
    static Optional<TenantId> id(String name) {
        try {
            return Optional.of(TenantId.ofCode(name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String normal(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Optional<String> header(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(options.header()))
                .map(String::strip)
                .filter(name -> !name.isEmpty());
    }

    private Optional<String> subdomain(HttpServletRequest request) {
        String host = Objects.requireNonNullElse(request.getServerName(), "").toLowerCase(Locale.ROOT);
        String end = "." + options.baseDomain();
        if (!options.subdomains() || !host.endsWith(end)) {
            return Optional.empty();
        }
        String name = host.substring(0, host.length() - end.length());
        return name.isEmpty() || NOBODYS.contains(name) ? Optional.empty() : Optional.of(name);
    }
}
