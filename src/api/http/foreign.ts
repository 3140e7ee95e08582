/**
 * A page of another site may link to a download, which its reader then sees; it may not have it fetched unseen, unless
 * its origin is in the setting.
 */
import type { RequestHandler } from 'express';
import type { Settings } from '../settings.js';
import { refusal } from './refusals.js';

export function refusesForeign({ corsOrigins }: Settings): RequestHandler {
  return ({ headers, method }, response, next) => {
    const site = headers['sec-fetch-site'] ?? 'none';
    const isLink = headers['sec-fetch-mode'] === 'navigate' && method !== 'POST';
    const isAllowed = headers.origin !== undefined && corsOrigins.includes(headers.origin);
    const isOwn = site === 'none' || site === 'same-origin';
    if (isOwn || isLink || isAllowed || headers['apollo-require-preflight'] !== undefined) return next();
    const { status, body } = refusal(
      400,
      'A page of another site caused this download, and its origin is not in CORS_ORIGINS. Link to the download instead, or have the origin added.',
      { code: 'BAD_USER_INPUT' },
    );
    response.status(status).set('Cache-Control', 'no-store').json(body);
  };
}
