/** Deciding about products. */
@NullMarked
package io.nexum.command.product;

import org.jspecify.annotations.NullMarked;
