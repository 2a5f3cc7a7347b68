/** What customers do in the shop: read as CloudEvents or plain JSON, kept encrypted, told to the others with words masked. */
package kefu.profiling.interaction;
