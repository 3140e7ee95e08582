/** The page as static files under dist/graphiql. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { compressed } from '../../scripts/compressed.js';

const output = fileURLToPath(new URL('../../dist/graphiql/', import.meta.url));

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
  plugins: [compressed(output)],
});
