/** {@code kefu import}: a shop's data from files, each bad line told by file, line and reason. */
package kefu.local.imports;
