/** `npm start`: builds what is missing, then serves. */
import { build } from './build.js';

try {
  await build((text) => console.error(text));
} catch (error) {
  console.error(`The build failed: ${error.message}`);
  process.exit(1);
}
process.argv.splice(2, 0, 'serve');
await import('../bin/gongkai.js');
