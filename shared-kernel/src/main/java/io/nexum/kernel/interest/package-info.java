/** What time costs: day counts and the interest that they give. Pure functions, without a clock. */
@NullMarked
package io.nexum.kernel.interest;

import org.jspecify.annotations.NullMarked;
