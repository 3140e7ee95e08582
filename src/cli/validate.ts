/** `gongkai validate`: the same reading and checking as an import, with no database. */
import type { Finding } from '../report/finding.js';
import { jsonOfReport } from '../report/report-json.js';
import type { Stated } from '../reading/identify.js';
import type { Limits } from '../reading/limits.js';
import { inputsOf } from './inputs.js';
import { readInputs } from './read-inputs.js';
import { counted } from './counted.js';
import type { Bad } from './task.js';
import { status, type Terminal } from './terminal.js';

export interface ValidateOptions {
  stated: Stated;
  limits: Limits;
  json: boolean;
}

/** 1 where a document could not be taken, or a report has a finding of severity ERROR. */
export async function validate(
  paths: readonly string[],
  options: ValidateOptions,
  terminal: Terminal,
): Promise<number> {
  const { stated, limits, json } = options;
  const inputs = await inputsOf(paths);
  let reports = 0;
  let invalid = 0;
  let bad = 0;
  for await (const found of readInputs(inputs, { stated, limits, purpose: 'validate' }, terminal)) {
    if ('register' in found || 'prepared' in found) continue;
    if ('bad' in found) {
      bad++;
      await terminal.stdout.write(json ? `${jsonOfBad(found.bad)}\n` : `${found.bad.file}: ${sentenceOf(found.bad)}\n`);
      continue;
    }
    reports++;
    const { report } = found.report;
    if (found.findings.some(({ severity }) => severity === 'ERROR')) invalid++;
    const { agency, division, year, edition, scope } = report;
    if (json) {
      const { figures } = jsonOfReport(report);
      const findings = found.findings.map(jsonOfFinding);
      await terminal.stdout.write(
        `${JSON.stringify({ file: found.file, agency, division, year, edition, scope, figures, findings })}\n`,
      );
      continue;
    }
    const head = `${found.file}: ${agency} (${division}), ${year}, ${edition}, ${scope}`;
    const lines = found.findings.map(({ severity, rule, message }) => `  ${severity} ${rule}: ${message}`);
    await terminal.stdout.write([`${head}: ${countsOf(found.findings)}`, ...lines, ''].join('\n'));
  }
  if (!json)
    await terminal.stderr.write(
      `${counted(reports, 'report')} read, ${invalid} with errors; ${counted(bad, 'document')} could not be taken.\n`,
    );
  if (terminal.stop.aborted) return status.interrupted;
  return bad + invalid === 0 ? status.well : status.someInputBad;
}

function countsOf(findings: readonly Finding[]): string {
  const count = (severity: Finding['severity']): number => findings.filter((one) => one.severity === severity).length;
  const [errors, warnings, notes] = [count('ERROR'), count('WARNING'), count('NOTE')];
  const parts = [counted(errors, 'error'), counted(warnings, 'warning'), counted(notes, 'note')];
  return findings.length === 0 ? 'no findings' : parts.join(', ');
}

export const sentenceOf = ({ reason, message }: Pick<Bad, 'reason' | 'message'>): string => `${reason}: ${message}`;

const jsonOfBad = ({ file, reason, message }: Bad): string => JSON.stringify({ file, error: { reason, message } });

const jsonOfFinding = ({ rule, severity, message, cells, expected, actual }: Finding): Finding => ({
  rule,
  severity,
  message,
  cells,
  expected,
  actual,
});
