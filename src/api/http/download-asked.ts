/** What a request for a download asks for, from its address or its body. */
import type { Request } from 'express';
import { BadQuestion } from '../../store/bad-question.js';
import { labelChoices, usualOptions, type FormatOptions, type Labels } from '../download/format-options.js';
import { formats, isTableFormat, tableFormats, type TableFormat } from '../download/formats.js';
import type { TableAsked } from '../download/table.js';

export interface DownloadAsked {
  format: TableFormat;
  table: TableAsked;
  options: FormatOptions;
  /** Without its extension. */
  filename: string | null;
}

const bad = (message: string): BadQuestion => new BadQuestion('BAD_USER_INPUT', message);

/** @throws BadQuestion that names the parameter and what it should hold */
export function downloadAsked(format: string, request: Request): DownloadAsked {
  if (!isTableFormat(format)) throw bad(`/export/${format}: the formats are ${tableFormats.join(', ')}.`);
  const given = request.method === 'POST' ? (request.body as unknown) : request.query;
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw bad('The body is no JSON object: send { "query": "…", "variables": { … } } as application/json.');
  const known = new Map<string, unknown>(Object.entries(given));
  for (const name of known.keys())
    if (!parameters.includes(name))
      throw bad(`${name}: there is no such parameter. There are ${parameters.join(', ')}.`);
  const text = (name: string): string | null => {
    const value = known.get(name);
    if (value === undefined || value === null || value === '') return null;
    if (typeof value !== 'string') throw bad(`${name}: expected one text.`);
    return value;
  };
  const query = text('query');
  if (query === null)
    throw bad(`Give a GraphQL query: /export/${format}?query={statistics{nodes{reports}}}, with variables as JSON.`);
  const operationName = text('operationName');
  return {
    format,
    table: {
      query,
      variables: variablesIn(known.get('variables')),
      ...(operationName !== null && { operationName }),
      rows: text('rows'),
      limit: limitIn(known.get('limit')),
    },
    options: {
      labels: labelsIn(text('labels')),
      bom: truthIn('bom', known.get('bom')),
      note: truthIn('note', known.get('note')),
    },
    filename: text('filename'),
  };
}

const parameters = ['query', 'variables', 'operationName', 'rows', 'limit', 'labels', 'bom', 'note', 'filename'];

function variablesIn(given: unknown): Record<string, unknown> {
  if (given === undefined || given === null || given === '') return {};
  const value = typeof given === 'string' ? parsed(given) : given;
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw bad('variables: expected a JSON object such as {"year": 2024}.');
  return Object.fromEntries(Object.entries(value));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function limitIn(given: unknown): number | null {
  if (given === undefined || given === null || given === '') return null;
  const limit = typeof given === 'string' && /^\d{1,9}$/u.test(given) ? Number(given) : given;
  if (typeof limit === 'number' && Number.isSafeInteger(limit) && limit > 0) return limit;
  throw bad('limit: expected a whole number from 1 on, the most rows that are wanted.');
}

function labelsIn(given: string | null): Labels {
  const labels = given ?? usualOptions.labels;
  const found = labelChoices.find((one) => one === labels);
  if (found === undefined) throw bad(`labels: found 「${labels}」, expected ${labelChoices.join(', ')}.`);
  return found;
}

function truthIn(name: string, given: unknown): boolean {
  if (given === undefined || given === null || given === '') return false;
  if ([true, '1', 'true'].includes(given as never)) return true;
  if ([false, '0', 'false'].includes(given as never)) return false;
  throw bad(`${name}: expected 1 or 0.`);
}

/** A name for the file: the one that is wanted, else of what it holds and of which version of the data. */
export function filenameOf({ filename, format }: DownloadAsked, title: string, dataVersion: string): string {
  const ending = `.${formats[format].extension}`;
  const name = (filename ?? `gongkai-${title}-${dataVersion}`).replace(/[\p{Cc}/\\]+/gu, '-');
  return name.endsWith(ending) ? name : name + ending;
}
