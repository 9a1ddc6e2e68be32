/** The vocabulary of the audit trail. */
@NullMarked
package io.nexum.kernel.audit;

import org.jspecify.annotations.NullMarked;
