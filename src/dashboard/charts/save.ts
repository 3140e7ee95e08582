/** A picture as a file, as it is seen. */
import type { EChartsType } from './echarts';

function save(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

export function saveSvg(chart: EChartsType, name: string): void {
  save(new Blob([chart.renderToSVGString()], { type: 'image/svg+xml' }), `${name}.svg`);
}

/** Twice as many dots as on the screen, for print. */
const scale = 2;

export function savePng(chart: EChartsType, name: string): void {
  const image = new Image();
  image.onload = () => {
    const canvas = document.createElement('canvas');
    canvas.width = chart.getWidth() * scale;
    canvas.height = chart.getHeight() * scale;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((content) => {
      if (content !== null) save(content, `${name}.png`);
    }, 'image/png');
  };
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(chart.renderToSVGString())}`;
}
