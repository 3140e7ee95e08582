/** A data set and a question as lines that can be read, where a property fails. */
import { cells } from '../../src/template/figures.js';
import type { Asking } from '../oracle/generate.js';
import type { Held, Operation } from '../oracle/held.js';

export function described({ held, asked }: { held: Held; asked: readonly Asking[] }): string {
  return [
    'held, in order of receipt:',
    ...held.operations.map((operation) => `  ${new Date(operation.at).toISOString()} ${operationText(operation)}`),
    'asked:',
    ...asked.map(({ ask, wish }) => `  ${JSON.stringify(ask)}\n    wished: ${JSON.stringify(wish)}`),
  ].join('\n');
}

function operationText(operation: Operation): string {
  if (operation.kind === 'register') return `register ${JSON.stringify(operation.line)}`;
  if (operation.kind === 'withdraw')
    return `withdraw ${operation.division} ${operation.agency} ${operation.year} ${operation.scope}`;
  const { division, agency, year, scope, edition, publishedOn, synthetic, chapters, figures } = operation.report;
  const stated = cells.flatMap((cell) => {
    const value = cell.in(figures);
    return value === null ? [] : [`${cell.path}=${value}`];
  });
  const beside = [edition, publishedOn, synthetic ? 'synthetic' : null, ...chapters.map(({ text }) => `“${text}”`)];
  return `report ${[division, agency, year, scope, ...beside.filter((one) => one !== null), ...stated].join(' ')}`;
}
