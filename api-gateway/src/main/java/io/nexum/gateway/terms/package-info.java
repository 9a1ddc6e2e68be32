/** The words in which clients name the terms that products, loans and accounts have in common. */
@NullMarked
package io.nexum.gateway.terms;

import org.jspecify.annotations.NullMarked;
