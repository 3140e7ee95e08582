import { expect, test } from '@jest/globals';
import { regulationsByBodyWithoutPower } from '../../../src/report/checks/regulations-by-body-without-power.js';
import { messages, violations } from '../made-up-report.js';

const stated = { 'disclosure.regulations': { issued: 2, repealed: 0, inForce: 6 } };

test('names the counts above zero of a body at the county level', () => {
  expect(violations(regulationsByBodyWithoutPower, stated, { division: '640302' })).toEqual([
    { cells: ['disclosure.regulations.issued', 'disclosure.regulations.inForce'], expected: null, actual: null },
  ]);
  expect(messages(regulationsByBodyWithoutPower, stated)[0]).toContain('「规章 · 本年制发件数」: 2');
});

test('finds a town under a city without districts', () => {
  const town = { division: '441900', agency: '测试市测试镇人民政府' };
  expect(violations(regulationsByBodyWithoutPower, stated, town)).toHaveLength(1);
});

test.each([
  ['a province', '310000', stated],
  ['a prefecture', '640300', stated],
  ['zeros of a county', '640302', { 'disclosure.regulations': { issued: 0, inForce: 0 } }],
  ['normative documents of a county', '640302', { 'disclosure.normativeDocuments': { inForce: 4 } }],
])('passes %s', (_, division, figures) =>
  expect(violations(regulationsByBodyWithoutPower, figures, { division })).toEqual([]),
);
