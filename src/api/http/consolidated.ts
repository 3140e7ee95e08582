/** `GET /consolidated/{division}/{year}.docx`: a government's consolidated report as a Word file. */
import type { RequestHandler } from 'express';
import { CannotConsolidate } from '../../consolidated/consolidation.js';
import { consolidatedReport } from '../../consolidated/document.js';
import { NotFound } from '../../store/not-found.js';
import { StatementTimeout, type Database } from '../../store/database.js';
import type { Concurrency } from './concurrency.js';
import { refusal, type Refusal } from './refusals.js';

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export const consolidatedPath = '/consolidated/:division/:file';

export function consolidated(database: Database, concurrency: Concurrency): RequestHandler {
  return async (request, response, next) => {
    const { division, file } = request.params;
    const year = /^(\d{4})\.docx$/u.exec(String(file))?.[1];
    if (year === undefined) return next();
    const refuse = ({ status, body }: Refusal): void => {
      response.status(status).set('Cache-Control', 'no-store').json(body);
    };
    if (!concurrency.takes(response)) {
      response.set('Retry-After', '1');
      return refuse(concurrency.refusal);
    }
    try {
      const { made, bytes } = await consolidatedReport(database, String(division), Number(year));
      response
        .set('Cache-Control', 'no-store')
        .type(wordType)
        .attachment(`${made.report.title}.docx`)
        .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
    } catch (error) {
      const refused = refusalFor(error);
      if (refused === null) return next(error);
      refuse(refused);
    }
  };
}

function refusalFor(error: unknown): Refusal | null {
  if (error instanceof CannotConsolidate) return refusal(400, error.message, { code: 'BAD_USER_INPUT' });
  if (error instanceof NotFound) return refusal(404, error.message, { code: 'NOT_FOUND' });
  if (error instanceof StatementTimeout)
    return refusal(
      503,
      'The reports took too long to add up: ask for a smaller division, or use gongkai consolidate, which may take its time.',
      { code: 'TIMEOUT' },
    );
  return null;
}
