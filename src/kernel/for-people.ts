/**
 * What goes wrong for reasons of the machine or of who typed a command, not of ours: the message says it all to the
 * person in front of it, why and what to do, and a stack would only hide it.
 */
export class ForPeople extends Error {}
