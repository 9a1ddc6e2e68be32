package io.nexum.gateway.settings;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * A range of network addresses, as in {@code 10.0.0.0/8}; a single address is a range of one.
 *
 * @param prefix how many leading bits an address has in common with the network
 */
public record AddressRange(InetAddress network, int prefix) {
    public AddressRange {
        if (prefix < 0 || prefix > bits(network)) {
            throw new IllegalArgumentException(
                    network.getHostAddress() + " has a prefix of 0 to " + bits(network) + " bits, not of " + prefix);
        }
    }

    /** @throws IllegalArgumentException if it isn't an address, or an address and the bits of its prefix; no name is looked up */
    public static AddressRange parse(String text) {
        String[] parts = text.strip().split("/", 2);
        InetAddress network = InetAddress.ofLiteral(parts[0]);
        return new AddressRange(network, parts.length == 1 ? bits(network) : Integer.parseInt(parts[1]));
    }

    /** Ranges with commas between them. */
    static List<AddressRange> parseAll(String text) {
        return Stream.of(text.split(",", -1)).map(AddressRange::parse).toList();
    }

    /** As it is parsed, and the same however it was written. */
    public String text() {
        return network.getHostAddress() + "/" + prefix;
    }

    /** Whether the address is of the network's family, and differs from it behind the prefix only. */
    public boolean contains(InetAddress address) {
        return bits(network) == bits(address)
                && number(network).xor(number(address)).bitLength() <= bits(network) - prefix;
    }

    private static BigInteger number(InetAddress address) {
        return new BigInteger(1, address.getAddress());
    }

    private static int bits(InetAddress address) {
        return address.getAddress().length * Byte.SIZE;
    }
}
