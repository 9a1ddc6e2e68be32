package io.nexum.gateway.request;

/** A {@link Request} that may come as YAML too. */
public interface YamlRequest extends Request {}
