package io.nexum.gateway.http;

import io.nexum.gateway.settings.AddressRange;
import io.nexum.gateway.settings.Settings;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Where a request comes from. Each proxy adds to {@code X-Forwarded-For} whom it was sent by, so the header is read from
 * its end, for as long as the one who said so is a proxy that the settings trust. What a client wrote there itself is
 * never reached.
 */
@Component
public class ClientAddress {
    private static final String HEADER = "X-Forwarded-For";

    private final List<AddressRange> proxies;

    ClientAddress(Settings settings) {
        this.proxies = settings.limits().trustedProxies();
    }

    public InetAddress of(HttpServletRequest request) {
        InetAddress client = InetAddress.ofLiteral(request.getRemoteAddr());
        if (!isTrusted(client)) {
            return client;
        }
        String[] said =
                String.join(",", Collections.list(request.getHeaders(HEADER))).split(",", -1);
        for (int i = said.length - 1; i >= 0 && isTrusted(client); i--) {
            Optional<InetAddress> before = parsed(said[i].strip());
            if (before.isEmpty()) {
                return client;
            }
            client = before.get();
        }
        return client;
    }

    private boolean isTrusted(InetAddress address) {
        return proxies.stream().anyMatch(range -> range.contains(address));
    }

    /** Some proxies add the port, too. */
    private static Optional<InetAddress> parsed(String said) {
        boolean bracketed = said.startsWith("[") && said.indexOf(']') > 0;
        boolean withPort = said.indexOf(':') > 0 && said.indexOf(':') == said.lastIndexOf(':');
        String address = bracketed
                ? said.substring(1, said.indexOf(']'))
                : withPort ? said.substring(0, said.indexOf(':')) : said;
        try {
            return Optional.of(InetAddress.ofLiteral(address));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
