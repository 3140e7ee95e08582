/** Ids derived from content, so that the same data has the same ids in any database; short, and safe in a URL. */
import { hash } from 'node:crypto';
import type { Scope } from '../report/report.js';

/** 96 bits: among a hundred million ids a collision has a chance of one in ten trillion. */
const length = 16;

function idOf(kind: string, parts: readonly (string | number)[]): string {
  return kind + hash('sha256', JSON.stringify([kind, ...parts]), 'base64url').slice(0, length);
}

/** Of the division and name that the agency was first known by. */
export const agencyId = (division: string, name: string): string => idOf('a', [division, name]);

export const reportId = (agency: string, year: number, scope: Scope): string => idOf('r', [agency, year, scope]);

/** Of the content and the path it came by: the same file at two places is two documents in quarantine. */
export const quarantineId = (sha256: string, path: string): string => idOf('q', [sha256, path]);
