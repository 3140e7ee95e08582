/** Who is compared, as `of` of the URL has it: `a:…` an agency by its id, `d:350128` a division by its code. */
import { useMemo } from 'react';
import { useUrlParam } from '../../url/use-url-state';

export interface Subject {
  kind: 'agency' | 'division';
  id: string;
}

/** As many as a chart can be read with, and one request answers. */
export const mostSubjects = 12;
export const mostYears = 6;

export const textOf = ({ kind, id }: Subject): string => `${kind === 'agency' ? 'a' : 'd'}:${id}`;

function subjectsOf(text: string | null): Subject[] {
  const names = [...new Set((text ?? '').split(','))];
  return names.flatMap((name): Subject[] => {
    const [kind, id] = name.split(':');
    if (id === undefined || id === '' || (kind !== 'a' && kind !== 'd')) return [];
    return [{ kind: kind === 'a' ? 'agency' : 'division', id }];
  });
}

export function useSubjects(): [Subject[], (subjects: readonly Subject[]) => void] {
  const [text, setText] = useUrlParam('of');
  const subjects = useMemo(() => subjectsOf(text).slice(0, mostSubjects), [text]);
  return [subjects, (chosen) => setText(chosen.map(textOf).join(','))];
}
