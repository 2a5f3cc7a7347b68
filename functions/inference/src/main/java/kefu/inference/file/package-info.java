/** Files that Kefu writes and reads itself. */
package kefu.inference.file;
