package io.nexum.gateway.request;

/** A {@link Body} that may come as YAML too. */
public interface YamlBody extends Body {}
