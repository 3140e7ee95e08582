/** The query of every report that counts, with all its figures: as the form's description has them. */
import { leaves } from '../../template/figures.js';

interface Selected {
  [key: string]: Selected;
}

function selectionOf(below: Selected): string {
  return Object.entries(below)
    .map(([key, more]) => (Object.keys(more).length === 0 ? key : `${key} { ${selectionOf(more)} }`))
    .join(' ');
}

export function everyReport(): string {
  const figures: Selected = {};
  for (const { keys } of leaves) {
    let at = figures;
    for (const key of keys) at = at[key] ??= {};
  }
  return `query Reports {
  reports(orderBy: [{ key: YEAR, direction: ASC }]) {
    nodes {
      id year edition scope title publishedOn revision synthetic
      agency { id name type division { code fullName } }
      source { url name sha256 }
      figures { ${selectionOf(figures)} }
    }
  }
}`;
}
