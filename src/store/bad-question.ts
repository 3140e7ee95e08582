/** The codes of the contract that a question can end with in the store. */
export type BadQuestionCode = 'BAD_USER_INPUT' | 'INVALID_CURSOR' | 'TOO_MANY_GROUPS';

/** A question that cannot be answered as it stands: the message says what to do. */
export class BadQuestion extends Error {
  override readonly name = 'BadQuestion';
  constructor(
    readonly code: BadQuestionCode,
    message: string,
    readonly details: Record<string, unknown> = {},
  ) {
    super(message);
  }
}
