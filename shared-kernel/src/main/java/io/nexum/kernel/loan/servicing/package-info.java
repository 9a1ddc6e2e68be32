/** What a loan owes, has paid and has earned on any day, worked out from what happened to it. */
@NullMarked
package io.nexum.kernel.loan.servicing;

import org.jspecify.annotations.NullMarked;
