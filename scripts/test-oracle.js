/**
 * Any question about any data, held against the oracle, for as long as a night allows: `npm run test:oracle`, 100,000
 * comparisons; `npm run test:oracle -- --comparisons 20000 --seed 42` as many from a seed on. What fails says its seed.
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: { comparisons: { type: 'string', default: '100000' }, seed: { type: 'string' } },
});
const numbers = Object.entries(values).filter(([, value]) => value !== undefined);
for (const [name, value] of numbers)
  if (!/^\d+$/.test(value)) {
    console.error(`--${name}: found "${value}", expected a whole number.`);
    process.exit(2);
  }

const jest = fileURLToPath(new URL('../node_modules/jest/bin/jest.js', import.meta.url));
const child = spawn(
  process.execPath,
  [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    jest,
    '--runInBand',
    'test/statistics/property.test.ts',
  ],
  {
    stdio: 'inherit',
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    env: {
      ...process.env,
      NODE_ENV: 'production', // as it is served; GraphQL checks itself less
      GONGKAI_TEST_PROGRESS: '1',
      GONGKAI_TEST_COMPARISONS: values.comparisons,
      ...(values.seed !== undefined && { GONGKAI_TEST_SEED: values.seed }),
    },
  },
);
child.on('exit', (code) => process.exit(code ?? 1));
