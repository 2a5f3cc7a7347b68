/** The kinds of evidence a reply can stand on. Each says only what its source says, or nothing. */
package kefu.routing.dialogue.evidence;
