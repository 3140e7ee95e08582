/** How large a document may be. */
export interface Limits {
  /** Of a document as it comes, and of a line of NDJSON. */
  documentBytes: number;
  /** Of the parts of a Word document together, unpacked. */
  unpackedBytes: number;
}

const megabyte = 1024 * 1024;

export const usualLimits: Limits = { documentBytes: 50 * megabyte, unpackedBytes: 200 * megabyte };

/** A size for people, such as 50 MB. */
export function sizeInWords(bytes: number): string {
  if (bytes < 10_000) return `${bytes} bytes`;
  return bytes < megabyte ? `${Math.round(bytes / 1024)} KB` : `${Math.round((bytes / megabyte) * 10) / 10} MB`;
}
