/** How a query is answered, as text for review: from where, and by which statements of the engine. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { PlanStep } from '../src/store/database.js';

const folder = new URL('../docs/queries/', import.meta.url);
const fileOf = (name: string): URL => new URL(name, folder);

/** @param url of a service where the schema may be asked for, and so the plan */
export async function planOfAnswer(url: string, query: string, variables?: Record<string, unknown>): Promise<string> {
  const ask = (): Promise<Response> =>
    fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-gongkai-plan': '1' },
      body: JSON.stringify({ query, variables }),
    });
  // What is kept in memory of the rows of sums is there from the second time on.
  await ask();
  const response = await ask();
  const { extensions } = (await response.json()) as { extensions: { plan: PlanStep[] } };
  return extensions.plan.map(textOf).join('\n');
}

function textOf(step: PlanStep): string {
  if ('statement' in step) return `${inLines(step.statement)};\n`;
  return step.from === 'sums'
    ? `-- ${step.answer}: from the rows of sums: ${step.rows}`
    : `-- ${step.answer}: from the reports, since: ${step.because}`;
}

/** A clause a line, so that a changed one shows. */
const inLines = (statement: string): string =>
  statement
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/ (FROM|JOIN|LEFT JOIN|CROSS JOIN|WHERE|AND|GROUP BY|ORDER BY|LIMIT|UNION ALL) /gu, '\n  $1 ');

/** Null where there is none yet. */
export const keptPlan = (name: string): string | null =>
  existsSync(fileOf(name)) ? readFileSync(fileOf(name), 'utf8') : null;

export function keepPlan(name: string, text: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(fileOf(name), text);
}
