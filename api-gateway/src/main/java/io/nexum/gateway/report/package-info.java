/** Reports over HTTP. */
@NullMarked
package io.nexum.gateway.report;

import org.jspecify.annotations.NullMarked;
