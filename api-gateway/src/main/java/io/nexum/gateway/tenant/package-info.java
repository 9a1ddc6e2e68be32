/** The banks of this installation: which there are, which one a request is for, and what each may use. */
@NullMarked
package io.nexum.gateway.tenant;

import org.jspecify.annotations.NullMarked;
