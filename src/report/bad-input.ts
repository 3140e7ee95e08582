/** Why a document is not stored but kept in quarantine. */
export const quarantineReasons = [
  'NOT_A_REPORT',
  'OTHER_FORM',
  'SEVERAL_REPORTS',
  'UNSUPPORTED_FORMAT',
  'DAMAGED_FILE',
  'UNTRUSTED_COPY',
  'TOO_LARGE',
  'ENCRYPTED',
  'NO_TABLES',
  'AMBIGUOUS_EDITION',
  'UNKNOWN_AGENCY',
  'UNKNOWN_YEAR',
  'SCANNED_IMAGE',
  'INVALID_JSON',
] as const;
export type QuarantineReason = (typeof quarantineReasons)[number];

/** A document that cannot be taken: the message says what was found, where, and what was expected. */
export class BadInput extends Error {
  override readonly name = 'BadInput';
  constructor(
    readonly reason: QuarantineReason,
    message: string,
  ) {
    super(message);
  }
}
