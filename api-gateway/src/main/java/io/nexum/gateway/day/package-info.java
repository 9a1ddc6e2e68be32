/** The bank's day over HTTP: its date, its holidays and its close. */
@NullMarked
package io.nexum.gateway.day;

import org.jspecify.annotations.NullMarked;
