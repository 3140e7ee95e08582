/** A formula with the label of each term in place of its path, and a way to the term. */
import { useLabels } from '../../client/labels';
import { measureLabels } from '../../client/labels.generated';
import type { Measure } from '../../client/schema.generated';
import { useMessages } from '../../language/language';
import { measuresMessages } from './messages';

const measureAt = new Map(
  (Object.keys(measureLabels) as Measure[]).map((measure) => [measureLabels[measure].path, measure]),
);

/** Paths, such as `reviews.total`, and what stands between them. */
const path = /([a-z]\w*(?:\.\w+)+)/;

export function Formula({ text }: { text: string }) {
  const t = useMessages(measuresMessages);
  const labels = useLabels();
  return (
    <>
      {text.split(path).map((part, at) => {
        // Every other part is a path.
        if (at % 2 === 0)
          return (
            <span key={at} className="operator">
              {part === ' where stated, else ' ? t.undividedOr : part.replaceAll('/', '÷')}
            </span>
          );
        const measure = measureAt.get(part);
        return measure === undefined ? (
          <code key={at}>{part}</code>
        ) : (
          <a key={at} href={`#${measure}`}>
            {labels.measure(measure)}
          </a>
        );
      })}
    </>
  );
}
