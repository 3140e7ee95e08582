/** No more requests at once than the setting says: the rest is told to come again. */
import type { ServerResponse } from 'node:http';
import { refusal, type Refusal } from './refusals.js';

export class Concurrency {
  inFlight = 0;

  /** @param what is done so often at once, for the message */
  constructor(
    private readonly limit: number,
    private readonly what = 'requests are being answered',
  ) {}

  /** Whether the request is taken: then it counts until its response is closed. */
  takes(response: ServerResponse): boolean {
    if (this.inFlight >= this.limit) return false;
    this.inFlight++;
    response.once('close', () => this.inFlight--);
    return true;
  }

  /** What is said to who is turned away. */
  get refusal(): Refusal {
    return refusal(503, `${this.limit} ${this.what} already. Ask again in a second.`, {
      code: 'OVERLOADED',
      limit: this.limit,
    });
  }
}
