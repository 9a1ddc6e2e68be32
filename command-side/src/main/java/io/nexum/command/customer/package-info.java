/** Deciding about customers. */
@NullMarked
package io.nexum.command.customer;

import org.jspecify.annotations.NullMarked;
