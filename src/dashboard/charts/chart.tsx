/**
 * A picture of an answer, with the same as a table one button away, and saved as PNG or SVG. What is drawn is said in
 * words to who cannot see it: by `label`, and by the table.
 */
import type { EChartsCoreOption } from 'echarts/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useMessages } from '../language/language';
import { componentMessages } from '../components/messages';
import { QuestionTools, type Question } from '../components/question-tools';
import { Skeleton } from '../components/skeleton';
import { useUrlParam } from '../url/use-url-state';
import { Areas, type PictureArea } from './areas';
import { useColors, type Colors } from './colors';
import type * as echartsModule from './echarts';
import { savePng, saveSvg } from './save';
import './chart.css';

type Echarts = typeof echartsModule;

export function Chart({
  id,
  title,
  label,
  option,
  table,
  height = '20rem',
  question,
  onPick,
  areas,
  prepare,
  note,
  controls,
}: {
  /** Of the page's pictures this one: `view-<id>=table` of the URL shows the table. */
  id: string;
  title: string;
  /** What the picture shows, in a sentence with its main numbers. */
  label: string;
  option: (colors: Colors, width: number) => EChartsCoreOption;
  table: ReactNode;
  height?: string;
  question?: Question;
  /** Told the name of what was clicked, such as a division on a map. */
  onPick?: (name: string) => void;
  /** What can be clicked, for the keyboard; asked for once it is drawn. */
  areas?: { label: string; of: () => readonly PictureArea[] };
  /** Before the first drawing, such as a map to be loaded; it stays the same function while the same is drawn. */
  prepare?: (echarts: Echarts) => Promise<void>;
  /** What has to be known to read it. */
  note?: string;
  /** What is chosen of it, such as the measure of a map. */
  controls?: ReactNode;
}) {
  const t = useMessages(componentMessages);
  const [view, setView] = useUrlParam(`view-${id}`);
  const [chart, setChart] = useState<echartsModule.EChartsType | null>(null);
  const asTable = view === 'table';
  return (
    <figure className="chart card" id={id}>
      <figcaption className="data-table-head">
        <h2>{title}</h2>
        <div className="tools">
          <button type="button" aria-pressed={asTable} onClick={() => setView(asTable ? null : 'table', true)}>
            {asTable ? t.asChart : t.asTable}
          </button>
          {!asTable && chart !== null && (
            <>
              <button type="button" onClick={() => savePng(chart, id)} title={t.savePicture}>
                {t.savePng}
              </button>
              <button type="button" onClick={() => saveSvg(chart, id)} title={t.savePicture}>
                {t.saveSvg}
              </button>
            </>
          )}
          {!asTable && question !== undefined && <QuestionTools question={question} />}
        </div>
      </figcaption>
      {controls}
      {asTable ? table : <Drawing {...{ label, option, height, setChart }} onPick={onPick} prepare={prepare} />}
      {!asTable && chart !== null && areas !== undefined && onPick !== undefined && (
        <Areas label={areas.label} areas={areas.of()} {...{ chart, onPick }} />
      )}
      {note !== undefined && !asTable && <p className="footnotes">{note}</p>}
    </figure>
  );
}

function Drawing({
  label,
  option,
  height,
  onPick,
  prepare,
  setChart,
}: {
  label: string;
  option: (colors: Colors, width: number) => EChartsCoreOption;
  height: string;
  onPick: ((name: string) => void) | undefined;
  prepare: ((echarts: Echarts) => Promise<void>) | undefined;
  setChart: (chart: echartsModule.EChartsType | null) => void;
}) {
  const place = useRef<HTMLDivElement>(null);
  const drawn = useRef<echartsModule.EChartsType | null>(null);
  /** In pixels; null until there is something to draw on. */
  const [width, setWidth] = useState<number | null>(null);
  const colors = useColors();

  useEffect(() => {
    let gone = false;
    let observer: ResizeObserver | undefined;
    const open = async (): Promise<void> => {
      const echarts = await import('./echarts');
      await prepare?.(echarts);
      if (gone || place.current === null) return;
      const chart = echarts.init(place.current, null, { renderer: 'svg' });
      observer = new ResizeObserver(([entry]) => {
        // What is taken off the page is told so once more, with nothing left of it; a map cannot be drawn on that.
        if (entry === undefined || entry.contentRect.width === 0) return;
        chart.resize();
        setWidth(chart.getWidth());
      });
      observer.observe(place.current);
      drawn.current = chart;
      setChart(chart);
      setWidth(chart.getWidth());
    };
    void open();
    return () => {
      gone = true;
      observer?.disconnect();
      drawn.current?.dispose();
      drawn.current = null;
      setChart(null);
      setWidth(null);
    };
  }, [prepare, setChart]);

  useEffect(() => {
    if (width === null) return;
    drawn.current?.setOption(
      {
        animation: false,
        backgroundColor: colors.surface,
        textStyle: { fontFamily: colors.face, color: colors.text },
        ...option(colors, width),
      },
      { notMerge: true },
    );
  }, [width, option, colors]);

  useEffect(() => {
    const chart = drawn.current;
    if (width === null || chart === null || onPick === undefined) return;
    const pick = ({ name }: { name: string }): void => onPick(name);
    chart.on('click', pick);
    return () => {
      if (!chart.isDisposed()) chart.off('click', pick);
    };
  }, [width, onPick]);

  return (
    <div className="drawing" style={{ height }}>
      {width === null && <Skeleton lines={5} />}
      <div ref={place} role="img" aria-label={label} />
    </div>
  );
}
