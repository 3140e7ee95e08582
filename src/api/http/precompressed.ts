/** Files that the build has left compressed beside themselves: x.js, x.js.br, x.js.gz. Known once, when it starts. */
import { existsSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { RequestHandler } from 'express';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
};
const encodings = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;

/** Names with a hash of the content: they never change. */
const hashed = /^assets\//;

export function precompressed(folder: string): RequestHandler {
  const files = new Set(
    existsSync(folder)
      ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'))
      : [],
  );
  return (request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return next();
    const file = request.path === '/' ? 'index.html' : request.path.slice(1);
    const type = types[extname(file)];
    if (!files.has(file) || type === undefined) return next();
    const accepted = request.acceptsEncodings();
    const [encoding, ending] = encodings.find(([name, end]) => accepted.includes(name) && files.has(file + end)) ?? [];
    response.setHeader('Content-Type', type);
    response.vary('Accept-Encoding');
    response.setHeader('Cache-Control', hashed.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache');
    if (encoding !== undefined) response.setHeader('Content-Encoding', encoding);
    response.sendFile(join(folder, file + (ending ?? '')), { cacheControl: false });
  };
}
