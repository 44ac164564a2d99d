import { readFileSync, writeFileSync } from 'node:fs';
import { drawnInto } from './modules/calls/domain/conversation/drawing';

/** Draws the conversation anew, from its own table, into the document named on the command line. */
const file = process.argv[2] ?? 'docs/conversation.md';
writeFileSync(file, drawnInto(readFileSync(file, 'utf8')));
