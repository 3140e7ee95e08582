/** Reports, and lines of the register, as JSON: a file of one, a list of them, or a line each. */
import { BadInput } from '../report/bad-input.js';
import { divisionAt } from '../report/divisions.js';
import { isRegisterLine, registerLineOfJson, type RegisterLine } from '../report/register-json.js';
import { reportLineOfJson, type JsonFile, type ReportLine } from '../report/report-json.js';

const isDivision = (code: string): boolean => divisionAt(code) !== undefined;

export type JsonReading = { report: ReportLine } | { register: RegisterLine } | { error: BadInput };

/**
 * A line of NDJSON, or a file of one object.
 *
 * @param place what an error begins with, such as `line 12`; empty of a file that holds one object alone
 */
export function readJson(text: string, file: JsonFile, place: string): JsonReading {
  const parsed = parse(text);
  return parsed instanceof BadInput ? { error: at(place, parsed) } : readValue(parsed.value, file, place);
}

/** A JSON value, or every value of a list. */
export function readJsonFile(text: string, file: JsonFile): JsonReading[] {
  const parsed = parse(text);
  if (parsed instanceof BadInput) return [{ error: parsed }];
  const { value } = parsed;
  if (!Array.isArray(value)) return [readValue(value, file, '')];
  if (value.length === 0) return [{ error: new BadInput('INVALID_JSON', 'found an empty list, expected reports.') }];
  return value.map((one: unknown, index) => readValue(one, file, `[${index}]`));
}

function readValue(value: unknown, file: JsonFile, place: string): JsonReading {
  try {
    return isRegisterLine(value)
      ? { register: registerLineOfJson(value, isDivision) }
      : { report: reportLineOfJson(value, file, isDivision) };
  } catch (error) {
    if (error instanceof BadInput) return { error: at(place, error) };
    throw error;
  }
}

function at(place: string, error: BadInput): BadInput {
  return place === '' ? error : new BadInput(error.reason, `${place}: ${error.message}`);
}

function parse(text: string): { value: unknown } | BadInput {
  try {
    return { value: JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text) };
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    return new BadInput('INVALID_JSON', `found text that is no JSON (${problem}), expected an object.`);
  }
}
