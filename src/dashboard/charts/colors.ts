/** The colours of the style sheets as a picture needs them: read again when light turns dark, and when paper takes the place of the screen. */
import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

export interface Colors {
  text: string;
  muted: string;
  line: string;
  surface: string;
  accent: string;
  notHeld: string;
  hatch: string;
  /** Of things beside each other. */
  series: readonly string[];
  /** From little to much. */
  classes: readonly string[];
  face: string;
}

function readColors(): Colors {
  const probe = document.createElement('span');
  document.body.append(probe);
  const read = (name: string): string => {
    probe.style.color = `var(${name})`;
    return getComputedStyle(probe).color;
  };
  const own = {
    text: read('--text'),
    muted: read('--muted'),
    line: read('--line'),
    surface: read('--surface'),
    accent: read('--accent'),
    notHeld: read('--not-held'),
    hatch: read('--hatch'),
  };
  const series = [1, 2, 3, 4, 5, 6].map((at) => read(`--series-${at}`));
  const classes = [1, 2, 3, 4, 5].map((at) => read(`--class-${at}`));
  // Stands in attributes of the drawing, which the quotation marks would end.
  const face = getComputedStyle(probe).fontFamily.replaceAll('"', "'");
  probe.remove();
  return { ...own, series, classes, face };
}

export function useColors(): Colors {
  const [colors, setColors] = useState(readColors);
  useEffect(() => {
    // At once: what is printed is what stands there when its turn comes.
    const again = (): void => flushSync(() => setColors(readColors()));
    const print = matchMedia('print');
    const dark = matchMedia('(prefers-color-scheme: dark)');
    dark.addEventListener('change', again);
    print.addEventListener('change', again);
    const observer = new MutationObserver(again);
    observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    return () => {
      dark.removeEventListener('change', again);
      print.removeEventListener('change', again);
      observer.disconnect();
    };
  }, []);
  return colors;
}
