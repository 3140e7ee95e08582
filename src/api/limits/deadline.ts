/** How long a request may take: what is not there by then is answered as TIMEOUT, and nothing more is begun. */
export class RequestTimeout extends Error {
  override readonly name = 'RequestTimeout';
  constructor(readonly milliseconds: number) {
    super(`The request took more than ${milliseconds} ms.`);
  }
}

/** The request is over, as when its connection was closed: nobody waits for the rest. */
export class RequestOver extends Error {
  override readonly name = 'RequestOver';
}

export class Deadline {
  private readonly passed: Promise<never>;
  private readonly timer: NodeJS.Timeout;
  private over = false;

  constructor(private readonly milliseconds: number) {
    let fail: (reason: RequestTimeout) => void = () => undefined;
    this.passed = new Promise((_, reject) => (fail = reject));
    // Nobody may be waiting when it passes.
    this.passed.catch(() => undefined);
    this.timer = setTimeout(() => {
      this.over = true;
      fail(new RequestTimeout(milliseconds));
    }, milliseconds);
  }

  /** The result, or RequestTimeout as soon as the deadline passes. */
  within<T>(result: Promise<T>): Promise<T> {
    return Promise.race([result, this.passed]);
  }

  assert(): void {
    if (this.over) throw new RequestTimeout(this.milliseconds);
  }

  clear(): void {
    clearTimeout(this.timer);
  }
}
