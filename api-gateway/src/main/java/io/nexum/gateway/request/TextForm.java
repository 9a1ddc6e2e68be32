package io.nexum.gateway.request;

/**
 * What a text must look like to mean a value.
 *
 * @param <T> what it means
 */
@FunctionalInterface
public interface TextForm<T> {
    /** @throws WrongValue if it means none */
    T parse(String text);
}
