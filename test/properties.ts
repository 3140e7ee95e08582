/**
 * A property that fails tells its first example at once, with the seed: to look for a smaller one can take longer than all
 * tests together, and then nothing is told at all. GONGKAI_TEST_SHRINK=1 looks for it.
 */
import fc from 'fast-check';

fc.configureGlobal({ endOnFailure: process.env['GONGKAI_TEST_SHRINK'] !== '1' });
