/** The page as static files under dist/graphiql, each compressed beside itself. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { defineConfig } from 'vite';

const output = fileURLToPath(new URL('../../dist/graphiql/', import.meta.url));
const [brotli, zip] = [promisify(brotliCompress), promisify(gzip)];

/** Compressed once, here, and not for everybody who asks. */
function compressed() {
  return {
    name: 'compressed',
    async closeBundle() {
      const files = await readdir(output, { recursive: true });
      for (const file of files.filter((name) => /\.(html|js|css|svg|ttf|json)$/.test(name))) {
        const path = join(output, file);
        const content = await readFile(path);
        // Quality 11 takes ten times as long for a twentieth less.
        const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
        await writeFile(`${path}.br`, await brotli(content, quality));
        await writeFile(`${path}.gz`, await zip(content, { level: 9 }));
      }
    },
  };
}

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/graphiql/',
  build: {
    outDir: output,
    emptyOutDir: true,
    target: 'es2022',
    // Monaco is large, and loaded once.
    chunkSizeWarningLimit: 8000,
    rolldownOptions: {
      onwarn(warning, warn) {
        // "use client" of components says nothing to a page without a server.
        if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
      },
    },
  },
  plugins: [compressed()],
});
