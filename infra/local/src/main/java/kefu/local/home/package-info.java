/** Where everything is kept and which ports are used. */
package kefu.local.home;
