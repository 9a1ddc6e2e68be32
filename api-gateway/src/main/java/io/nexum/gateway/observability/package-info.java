/** What the program tells an operator while it runs: metrics and the log. */
@NullMarked
package io.nexum.gateway.observability;

import org.jspecify.annotations.NullMarked;
