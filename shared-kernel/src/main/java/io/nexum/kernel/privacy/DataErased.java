package io.nexum.kernel.privacy;

/** An event that ends all knowledge of a person: the data key of its stream is destroyed in the append's transaction. */
public interface DataErased {}
