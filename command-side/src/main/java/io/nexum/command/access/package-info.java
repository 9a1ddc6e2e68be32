/** What is on record about refused permissions. */
@NullMarked
package io.nexum.command.access;

import org.jspecify.annotations.NullMarked;
