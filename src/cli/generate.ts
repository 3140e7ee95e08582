/** `gongkai generate`: made-up reports as NDJSON, for measuring and for trying out. */
import { jsonOfRegisterLine } from '../report/register-json.js';
import { jsonOfReport } from '../report/report-json.js';
import type { Report } from '../report/report.js';
import { syntheticRegister, syntheticReports } from '../report/synthetic/generate.js';
import { Plan, type Wanted } from '../report/synthetic/plan.js';
import { status, WrongUsage, type Terminal } from './terminal.js';

export interface GenerateOptions extends Wanted {
  /** Writes the register of the same agencies before the reports. */
  register: boolean;
}

/** So many characters are written at once, and waited for. */
const atOnce = 256 * 1024;

export async function generate({ register, ...wanted }: GenerateOptions, terminal: Terminal): Promise<number> {
  let text = '';
  for (const line of lines(planOf(wanted), register)) {
    text += line;
    if (text.length < atOnce) continue;
    await terminal.stdout.write(text);
    text = '';
    if (terminal.stop.aborted) return status.interrupted;
  }
  await terminal.stdout.write(text);
  return status.well;
}

function planOf(wanted: Wanted): Plan {
  try {
    return new Plan(wanted);
  } catch (error) {
    if (error instanceof RangeError) throw new WrongUsage(error.message);
    throw error;
  }
}

function* lines(plan: Plan, register: boolean): Generator<string> {
  if (register) for (const line of syntheticRegister(plan)) yield `${JSON.stringify(jsonOfRegisterLine(line))}\n`;
  for (const report of syntheticReports(plan)) yield `${lineOf(report)}\n`;
}

/** There is no document but the line itself, and the title is the usual one: both are left out. */
function lineOf(report: Report): string {
  const { url } = report.source;
  return JSON.stringify({ ...jsonOfReport(report), title: undefined, source: { url } });
}
