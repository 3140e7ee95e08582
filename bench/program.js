/** The built program, run from outside as a person would. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';

export const program = fileURLToPath(new URL('../bin/gongkai.js', import.meta.url));

/** Seconds until it ended; status 1 says that some input was bad, which the measured documents may be. */
export async function timed(argv, environment = {}) {
  const start = performance.now();
  const child = spawn(process.execPath, [program, ...argv], {
    env: { ...process.env, ...environment },
    stdio: 'ignore',
  });
  const [status] = await once(child, 'exit');
  if (status !== 0 && status !== 1) throw new Error(`gongkai ${argv.join(' ')} ended with ${status}`);
  return (performance.now() - start) / 1000;
}

export async function medianOf(times, work) {
  const seconds = [];
  for (let at = 0; at < times; at++) seconds.push(await work());
  return seconds.sort((one, other) => one - other)[Math.floor(times / 2)];
}

/** A server of any kind that prints its address: how long that took, and what stops it. */
export async function serving(script, argv = [], environment = {}) {
  const start = performance.now();
  const child = spawn(process.execPath, [script, ...argv], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [first] = await once(child.stdout, 'data');
  const url = /http:\S+graphql/.exec(first.toString())?.[0];
  if (url === undefined) throw new Error(`no address in ${first}`);
  return {
    url,
    seconds: (performance.now() - start) / 1000,
    /** Resident, in MB; null where the system does not say. */
    memory() {
      try {
        return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))[1]) / 1024;
      } catch {
        return null;
      }
    },
    async stop() {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

export const servingGongkai = (environment) => serving(program, ['serve'], { PORT: '0', ...environment });
