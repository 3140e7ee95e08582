/** The query in the editor as a file, all rows of it. */
import { pick, ToolbarButton, ToolbarMenu, useGraphiQL } from '@graphiql/react';
import { useState } from 'react';

interface Choice {
  label: string;
  format: string;
  options: Record<string, string | boolean>;
}

const choices: readonly Choice[] = [
  { label: 'Excel（中文表头）', format: 'xlsx', options: { labels: 'zh' } },
  { label: 'Excel', format: 'xlsx', options: {} },
  { label: 'CSV', format: 'csv', options: {} },
  { label: 'CSV for Excel（中文表头）', format: 'csv', options: { labels: 'zh', bom: true } },
  { label: 'Parquet', format: 'parquet', options: {} },
  { label: 'JSON-stat', format: 'jsonstat', options: {} },
];

export function DownloadMenu() {
  const { queryEditor, variableEditor, headerEditor, operationName } = useGraphiQL(
    pick('queryEditor', 'variableEditor', 'headerEditor', 'operationName'),
  );
  const [said, say] = useState<string | null>(null);
  const download = async ({ format, options }: Choice): Promise<void> => {
    say('正在下载 … Downloading …');
    try {
      const variables = parsed('Variables', variableEditor?.getValue());
      const headers = parsed('Headers', headerEditor?.getValue());
      const response = await fetch(`/export/${format}`, {
        method: 'POST',
        headers: { ...headers, 'Content-Type': 'application/json' },
        body: JSON.stringify({ query: queryEditor?.getValue() ?? '', variables, operationName, ...options }),
      });
      if (!response.ok) throw new Error(await wordsOf(response));
      save(await response.blob(), nameIn(response) ?? `gongkai.${format}`);
      say(null);
    } catch (error) {
      say(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <>
      <ToolbarMenu
        button={
          <ToolbarButton label="下载全部行 Download all rows">
            <svg
              viewBox="0 0 24 24"
              fill="none"
              stroke="currentColor"
              strokeWidth="1.8"
              className="graphiql-toolbar-icon"
              aria-hidden="true"
            >
              <path d="M12 4v11m-5-5 5 5 5-5M5 20h14" />
            </svg>
          </ToolbarButton>
        }
      >
        {choices.map((choice) => (
          <ToolbarMenu.Item key={choice.label} onSelect={() => void download(choice)}>
            {choice.label}
          </ToolbarMenu.Item>
        ))}
      </ToolbarMenu>
      {said !== null && (
        <div className="gongkai-said" role="status">
          {said}
          <button type="button" aria-label="关闭 Close" onClick={() => say(null)}>
            ×
          </button>
        </div>
      )}
    </>
  );
}

function parsed(what: string, text: string | undefined): Record<string, string> {
  if (text === undefined || text.trim() === '') return {};
  try {
    return JSON.parse(text) as Record<string, string>;
  } catch {
    throw new Error(`${what}: this is no JSON object.`);
  }
}

async function wordsOf(response: Response): Promise<string> {
  try {
    const { errors } = (await response.json()) as { errors: { message: string }[] };
    return errors.map(({ message }) => message).join(' ');
  } catch {
    return `The download was answered with ${response.status}.`;
  }
}

/** Of RFC 5987 where the name is not of ASCII alone. */
function nameIn(response: Response): string | null {
  const header = response.headers.get('Content-Disposition') ?? '';
  const extended = /filename\*=UTF-8''([^;]+)/.exec(header)?.[1];
  return extended === undefined ? (/filename="?([^";]+)"?/.exec(header)?.[1] ?? null) : decodeURIComponent(extended);
}

function save(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
