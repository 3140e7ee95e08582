/** The example queries by kind of user, each with sample values of its variables. */
const queries = import.meta.glob<string>('./examples/*/*.graphql', { query: '?raw', import: 'default', eager: true });
const values = import.meta.glob<string>('./examples/*/*.variables.json', {
  query: '?raw',
  import: 'default',
  eager: true,
});

export const kinds = {
  dashboard: '看板 Dashboards',
  oversight: '监督 Oversight',
  analyst: '分析 Analysis',
} as const;
export type Kind = keyof typeof kinds;
export const isKind = (name: string): name is Kind => name in kinds;

export interface Example {
  query: string;
  variables: string;
  /** The lines of comment that it begins with: English, Chinese. */
  title: { english: string; chinese: string };
}

/** In the order of their file names. */
export function examplesFor(kind: Kind): Example[] {
  return Object.keys(queries)
    .filter((path) => path.startsWith(`./examples/${kind}/`))
    .sort()
    .map((path) => {
      const query = queries[path] ?? '';
      const [english = '', chinese = ''] = query.split('\n').map((line) => line.replace(/^# /, ''));
      const given = values[path.replace(/\.graphql$/, '.variables.json')];
      return { query, variables: given === undefined ? '' : indented(given), title: { english, chinese } };
    });
}

const indented = (json: string): string => JSON.stringify(JSON.parse(json), null, 2);
