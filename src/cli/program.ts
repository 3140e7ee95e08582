/** The program `gongkai`, as bin/gongkai.js runs it. */
import { main } from './main.js';
import { processTerminal } from './process-terminal.js';

process.exitCode = await main(process.argv.slice(2), processTerminal());
