/** The pages as static files under dist/dashboard. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { compressed } from '../../scripts/compressed.js';

const output = fileURLToPath(new URL('../../dist/dashboard/', import.meta.url));

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/',
  build: {
    outDir: output,
    emptyOutDir: true,
    target: 'es2022',
    // The test of the first page's size reads what is loaded first.
    manifest: 'manifest.json',
    // What is inlined would be asked for as data:, which the service's policy does not let pass.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 800,
  },
  plugins: [compressed(output)],
  // `npx vite src/dashboard` beside a service that runs.
  server: { proxy: { '/graphql': 'http://127.0.0.1:4000', '/export': 'http://127.0.0.1:4000' } },
});
