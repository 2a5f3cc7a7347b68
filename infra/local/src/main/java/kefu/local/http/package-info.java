/** A small HTTP client for Kefu's own functions: JSON in and out, problems as sentences. */
package kefu.local.http;
