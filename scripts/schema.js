/** Writes schema.graphql: npm run schema. */
import { writeFile } from 'node:fs/promises';
import { printedSchema } from '../dist/api/schema.js';

await writeFile(new URL('../schema.graphql', import.meta.url), await printedSchema());
