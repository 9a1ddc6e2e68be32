package io.nexum.kernel.log;

import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/** Reads a payload of an old version as the next one. What is stored stays as it is. */
record Upcaster(String from, String to, UnaryOperator<ObjectNode> change) {}
