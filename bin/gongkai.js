#!/usr/bin/env node
import { existsSync } from 'node:fs';

// Libraries check themselves less then: GraphQL takes a tenth longer otherwise.
process.env.NODE_ENV ??= 'production';

const program = new URL('../dist/cli/program.js', import.meta.url);
if (existsSync(program)) await import(program.href);
else {
  console.error('Gongkai is not built yet: run "npm run build" in its folder (npm start builds it too).');
  process.exitCode = 2;
}
