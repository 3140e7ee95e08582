/** No more requests at once than the setting says: the rest is told to come again. */
import type { RequestHandler } from 'express';

export class Concurrency {
  inFlight = 0;

  constructor(private readonly limit: number) {}

  readonly handler =
    (turnedAway: () => void): RequestHandler =>
    (_request, response, next) => {
      if (this.inFlight >= this.limit) {
        turnedAway();
        response
          .status(503)
          .set({ 'Retry-After': '1', 'Cache-Control': 'no-store' })
          .json({
            errors: [
              {
                message: `${this.limit} requests are being answered already. Ask again in a second.`,
                extensions: { code: 'OVERLOADED', limit: this.limit },
              },
            ],
          });
        return;
      }
      this.inFlight++;
      response.once('close', () => this.inFlight--);
      next();
    };
}
