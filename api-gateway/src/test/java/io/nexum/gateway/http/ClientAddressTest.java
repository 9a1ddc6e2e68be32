package io.nexum.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.gateway.settings.Settings;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class ClientAddressTest {
    @ParameterizedTest(name = "peer {1}, forwarded for {2}: {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "          | 203.0.113.9 | 198.51.100.1              | 203.0.113.9",
                "10.0.0.0/8| 203.0.113.9 | 198.51.100.1              | 203.0.113.9",
                "10.0.0.0/8| 10.0.0.7    |                           | 10.0.0.7",
                "10.0.0.0/8| 10.0.0.7    | 198.51.100.1              | 198.51.100.1",
                "10.0.0.0/8| 10.0.0.7    | 6.6.6.6, 198.51.100.1     | 198.51.100.1",
                "10.0.0.0/8| 10.0.0.7    | 198.51.100.1, 10.9.9.9    | 198.51.100.1",
                "10.0.0.0/8| 10.0.0.7    | 6.6.6.6, junk             | 10.0.0.7",
                "10.0.0.0/8| 10.0.0.7    | 6.6.6.6,                  | 10.0.0.7",
                "10.0.0.0/8| 10.0.0.7    | 6.6.6.6,,10.9.9.9         | 10.9.9.9",
                "10.0.0.0/8| 10.0.0.7    | 10.8.8.8, 10.9.9.9        | 10.8.8.8",
                "10.0.0.0/8| 10.0.0.7    | 198.51.100.1:4711         | 198.51.100.1",
                "10.0.0.0/8| 10.0.0.7    | [2001:db8::1]:4711        | 2001:db8:0:0:0:0:0:1",
                "10.0.0.0/8| 10.0.0.7    | localhost                 | 10.0.0.7",
            })
    void the_last_one_who_is_no_trusted_proxy_is_the_client(
            String proxies, String peer, String forwardedFor, String client) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(peer);
        if (forwardedFor != null) {
            request.addHeader("X-Forwarded-For", forwardedFor);
        }
        Map<String, String> environment = proxies == null ? Map.of() : Map.of("NEXUM_TRUSTED_PROXIES", proxies);

        ClientAddress addresses = new ClientAddress(Settings.read(environment));

        assertThat(addresses.of(request).getHostAddress()).isEqualTo(client);
    }
}
