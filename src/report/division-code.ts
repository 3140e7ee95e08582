import { BadInput } from './bad-input.js';
import { invalid, nameAt, quoted } from './strict-json.js';

/** Whether a code is that of a division. */
export type IsDivision = (code: string) => boolean;

/**
 * The code of a division that there is, or was.
 *
 * @throws BadInput UNKNOWN_AGENCY where no division has the code, INVALID_JSON where it is no text
 */
export function divisionCodeAt(value: unknown, path: string, isDivision: IsDivision): string {
  if (typeof value === 'number') invalid(path, `found the number ${value}, expected a code as text: write "${value}"`);
  const code = nameAt(value, path);
  if (isDivision(code)) return code;
  throw new BadInput(
    'UNKNOWN_AGENCY',
    `${path}: no division has the code ${quoted(code)}; expected one of GB/T 2260 such as "640302"`,
  );
}
