import { ForPeople } from './kernel/for-people';

/** A command was typed in a way it does not know: the sentence says how it goes. */
export class WrongUsage extends ForPeople {}
