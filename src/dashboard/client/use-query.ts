/** A question of a page, and how far its answer is. */
import { useEffect, useState } from 'react';
import { ask, AskError, compact, type Answer, type Document } from './ask';
import { tellDataVersion } from './data-version';

export type Query<Result> = {
  document: Document<Result, never>;
  /** As asked: for "GraphQL query" and downloads. */
  variables: unknown;
  again: () => void;
} & (
  | { status: 'loading'; data: Result | undefined }
  | { status: 'answered'; data: Result }
  | { status: 'failed'; data: undefined; error: AskError }
);

type Outcome = { key: string } & ({ answer: Answer<unknown> } | { error: AskError });

/** Answers of this visit, so that going back shows at once what was there; they are asked again all the same. */
const held = new Map<string, Answer<unknown>>();
const mostHeld = 40;

function hold(key: string, answer: Answer<unknown>): void {
  held.delete(key);
  held.set(key, answer);
  const [oldest] = held.keys();
  if (held.size > mostHeld && oldest !== undefined) held.delete(oldest);
}

/**
 * Asks when the variables are there, and again when they change; what was under way is then given up, and the answer
 * before it stays in `data` until the new one is there.
 *
 * @param variables null: not to be asked yet
 */
export function useQuery<Result, Variables>(
  document: Document<Result, Variables>,
  variables: Variables | null,
): Query<Result> {
  const key = variables === null ? null : `${compact(document.toString())}\n${JSON.stringify(variables)}`;
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [asked, setAsked] = useState(0);

  useEffect(() => {
    if (key === null || variables === null) return;
    const controller = new AbortController();
    const { signal } = controller;
    ask(document, variables, signal).then(
      (answer) => {
        hold(key, answer);
        tellDataVersion(answer.dataVersion);
        setOutcome({ key, answer });
      },
      (error: unknown) => {
        if (signal.aborted) return;
        setOutcome({ key, error: error instanceof AskError ? error : new AskError('internal', String(error)) });
      },
    );
    return () => controller.abort();
    // The key is document and variables.
  }, [key, asked]);

  const about = {
    document: document as Document<Result, never>,
    variables,
    again: () => setAsked((times) => times + 1),
  };
  const now = outcome?.key === key ? outcome : null;
  if (now !== null && 'error' in now) return { ...about, status: 'failed', data: undefined, error: now.error };
  const answer = now?.answer ?? (key === null ? undefined : held.get(key));
  // A key names the document, so what is held under it is what that document answers.
  if (answer !== undefined) return { ...about, status: 'answered', data: answer.data as Result };
  const before = outcome !== null && 'answer' in outcome && sameDocument(outcome.key, key) ? outcome.answer : undefined;
  return { ...about, status: 'loading', data: before?.data as Result | undefined };
}

const sameDocument = (one: string, other: string | null): boolean => one.split('\n')[0] === other?.split('\n')[0];
