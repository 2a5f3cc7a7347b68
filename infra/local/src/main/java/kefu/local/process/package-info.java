/** Child processes: started so that Ctrl-C does not reach them, known again by pid and start time, ended for sure. */
package kefu.local.process;
