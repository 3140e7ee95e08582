import { expect, test } from '@jest/globals';
import { describeWith } from './shared-data.js';

let ran = 0;
const body = (data: URL): void => {
  ran += 1;
  test(`is given ${data.href}`, () => expect(data.href).toBe('file:///somewhere/'));
};
describeWith(null, 'a sample of what is said without them', body);
describeWith(new URL('file:///somewhere/'), 'with them', body);

test('what reads the real reports is run where they are, and only there', () => expect(ran).toBe(1));
