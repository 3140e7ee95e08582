/** The report as it is published: its title and the six chapters of the form, with gaps for what people write. */
import { chapterHeadings, type ChapterHeading } from '../template/chapters.js';
import type { Block, Table } from './blocks.js';
import type { Consolidation } from './consolidation.js';
import { applicationsTable, disclosureTable, disputesTable } from './form-tables.js';

export const toBeWritten = '（此处由本级政府撰写）';
export const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'] as const;

export function outline({ report, edition }: Consolidation): Block[] {
  const { figures, agency, title } = report;
  const tables: Partial<Record<number, Table>> = {
    2: disclosureTable(figures, edition),
    3: applicationsTable(figures, edition),
    4: disputesTable(figures, edition),
  };
  return [
    { kind: 'title', lines: title.startsWith(agency) ? [agency, title.slice(agency.length)] : [title] },
    ...chapterHeadings.flatMap((chapter): Block[] => [
      { kind: 'heading', text: `${numerals[chapter.number - 1]}、${chapter.heading}` },
      ...(tables[chapter.number] === undefined ? gaps(chapter, edition) : [tables[chapter.number] as Table]),
    ]),
  ];
}

function gaps({ topics }: ChapterHeading, edition: Consolidation['edition']): Block[] {
  const about = topics?.[edition] ?? [];
  const [only, ...more] = about;
  if (more.length === 0) return [{ kind: 'gap', about: only === undefined ? null : `${only}：`, text: toBeWritten }];
  return about.map((topic, at) => ({ kind: 'gap', about: `（${numerals[at]}）${topic}。`, text: toBeWritten }));
}
