package io.nexum.gateway.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {
    @ParameterizedTest(name = "{0} contains {1}: {2}")
    @CsvSource({
        "10.0.0.0/8,      10.255.1.2,   true",
        "10.0.0.0/8,      11.0.0.0,     false",
        "192.168.4.0/22,  192.168.7.9,  true",
        "192.168.4.0/22,  192.168.8.0,  false",
        "127.0.0.1,       127.0.0.1,    true",
        "127.0.0.1,       127.0.0.2,    false",
        "0.0.0.0/0,       203.0.113.9,  true",
        "0.0.0.0/0,       ::1,          false",
        "2001:db8::/33,   2001:db8:7fff::1, true",
        "2001:db8::/33,   2001:db8:8000::1, false",
        "2001:db8::/33,   10.1.2.3,     false",
        "::1,             ::1,          true",
        "::/0,            2001:db8::1,  true",
        "::/0,            10.1.2.3,     false",
        // The same leading bits, of another family.
        "10.0.0.0/8,      a00::1,       false",
        "32.1.13.184/32,  2001:db8::1,  false",
    })
    void a_range_contains_the_addresses_that_share_its_prefix(String range, String address, boolean contained) {
        assertThat(AddressRange.parse(range).contains(InetAddress.ofLiteral(address)))
                .isEqualTo(contained);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "proxy.example",
                "dead:beef",
                "10.0.0.0/",
                "10.0.0.0/-1",
                "10.0.0.0/33",
                "10.0.0.0/8/9",
                "::1/129"
            })
    void what_is_no_address_with_a_prefix_of_its_length_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> AddressRange.parse(text));
    }
}
