/** The measures that are shown, each with a button that takes it away, and a box that finds more. */
import { useState } from 'react';
import { useLabels } from '../client/labels';
import { measureLabels } from '../client/labels.generated';
import type { Measure } from '../client/schema.generated';
import { dictionary } from '../language/dictionary';
import { useMessages } from '../language/language';
import { Chips } from './chips';
import { SearchBox } from './search-box';

const messages = dictionary(
  {
    measures: 'Measures',
    add: 'Add a measure',
    search: 'Part of its name, such as “review”',
    nothing: (text: string) => `No measure's name holds “${text}”.`,
    full: (most: number) => `At most ${most} at a time: take one away to add another.`,
  },
  {
    measures: '指标',
    add: '添加指标',
    search: '名称的一部分，如“复议”',
    nothing: (text) => `没有名称含“${text}”的指标。`,
    full: (most) => `一次最多 ${most} 项，去掉一项后可再添加。`,
  },
);

const isMeasure = (name: string): name is Measure => name in measureLabels;
const names = Object.keys(measureLabels).filter(isMeasure);
const mostFound = 30;

export function MeasureChooser({
  measures,
  choose,
  most,
}: {
  measures: readonly Measure[];
  choose: (measures: readonly Measure[]) => void;
  most: number;
}) {
  const t = useMessages(messages);
  const labels = useLabels();
  const [text, setText] = useState('');
  const asked = text.trim().toLowerCase();
  const found = names
    .filter((name) => {
      const { zh, en } = measureLabels[name];
      return !measures.includes(name) && (zh.includes(asked) || en.toLowerCase().includes(asked));
    })
    .slice(0, mostFound)
    .map((name) => ({ key: name, name: labels.measure(name) }));
  return (
    <div className="choice-of">
      {measures.length >= most ? (
        <p className="muted small">{t.full(most)}</p>
      ) : (
        <SearchBox
          label={t.add}
          placeholder={t.search}
          text={text}
          onText={setText}
          choices={asked === '' ? null : found}
          nothing={t.nothing(text.trim())}
          onChoose={(name) => {
            if (isMeasure(name)) choose([...measures, name]);
          }}
        />
      )}
      <Chips
        label={t.measures}
        chips={measures.map((measure) => ({ key: measure, name: labels.brief(measure) }))}
        onRemove={measures.length > 1 ? (key) => choose(measures.filter((one) => one !== key)) : undefined}
      />
    </div>
  );
}
