/** `gongkai import`: documents into the database, whatever becomes of each. */
import type { Settings } from '../api/settings.js';
import type { Database } from '../store/database.js';
import type { Stated } from '../reading/identify.js';
import type { Limits } from '../reading/limits.js';
import { tellPlanner } from '../store/planner.js';
import { inputsOf } from './inputs.js';
import { Intake, type Counts } from './intake.js';
import { withStore } from './opened-store.js';
import { progressOn } from './progress.js';
import { readInputs } from './read-inputs.js';
import { perform } from './task.js';
import { tasksOfQuarantine } from './quarantine.js';
import { status, WrongUsage, type Terminal } from './terminal.js';
import { counted } from './counted.js';
import { sentenceOf } from './validate.js';

export interface ImportOptions {
  settings: Settings;
  stated: Stated;
  limits: Limits;
  json: boolean;
  /** Whether what is in quarantine is read again. */
  again: boolean;
}

/** Beyond so many lines, the database may have become another one. */
const many = 1_000;

export async function importReports(
  paths: readonly string[],
  { settings, json, again, ...reading }: ImportOptions,
  terminal: Terminal,
): Promise<number> {
  if (paths.length === 0 && !again)
    throw new WrongUsage('import: give files, folders, .zip, or - for NDJSON (--help shows examples).');
  const inputs = await inputsOf(paths);
  return withStore(settings, async (database) => {
    const progress = progressOn(
      terminal,
      inputs.reduce((sum, { bytes }) => sum + bytes, 0),
    );
    const intake = new Intake(database, (counts) => progress.show(counts));
    try {
      const onBytes = (bytes: number): void => progress.advance(bytes);
      if (again)
        for await (const task of tasksOfQuarantine(database, reading.stated))
          for (const found of await perform(task, { ...reading, purpose: 'import' })) await intake.add(found);
      for await (const found of readInputs(inputs, { ...reading, purpose: 'import', onBytes }, terminal))
        await intake.add(found);
    } finally {
      // What was read is stored, also where reading ends early.
      await intake.finish();
      progress.end();
    }
    const { stored, revised, registered } = intake.counts;
    if (stored + revised + registered >= many) await tellPlanner(database);
    await tell(intake.counts, json, terminal);
    if (terminal.stop.aborted) {
      await terminal.stderr.write(
        'Stopped as asked: what is counted here is stored; the same import again does the rest.\n',
      );
      return status.interrupted;
    }
    return intake.counts.quarantined.length === 0 ? status.well : status.someInputBad;
  });
}

/** The files, as `import` takes them, into a database that is open: the seeds. */
export async function importInto(
  database: Database,
  paths: readonly string[],
  reading: Omit<ImportOptions, 'settings' | 'json' | 'again'>,
  terminal: Terminal,
): Promise<Counts> {
  const intake = new Intake(database);
  for await (const found of readInputs(await inputsOf(paths), { ...reading, purpose: 'import' }, terminal))
    await intake.add(found);
  await intake.finish();
  return intake.counts;
}

async function tell(counts: Counts, json: boolean, { stdout, stderr }: Terminal): Promise<void> {
  const { read, stored, revised, unchanged, quarantined, findings, registered } = counts;
  const bad = quarantined.map(({ file, reason, message }) => ({ file, reason, message }));
  if (json) {
    await stdout.write(`${JSON.stringify({ read, stored, revised, unchanged, quarantined: bad, findings })}\n`);
  } else {
    for (const one of bad) await stdout.write(`${one.file}: ${sentenceOf(one)} Kept in quarantine.\n`);
    await stdout.write(
      `${read} read: ${stored} stored, ${revised} revised, ${unchanged} unchanged, ${bad.length} quarantined; ${counted(findings, 'finding')}.\n`,
    );
  }
  if (registered > 0) await stderr.write(`${counted(registered, 'line')} of the register taken.\n`);
}
