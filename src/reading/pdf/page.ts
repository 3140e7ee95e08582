/** One page of a PDF file as it is seen: pieces of text and ruling lines, in points from its top left corner. */
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** A run of text that the file draws in one piece. */
export interface Piece extends Box {
  text: string;
  /** Height of its font. */
  size: number;
  /** Written from top to bottom. */
  vertical: boolean;
}

/** at: y of a horizontal, x of a vertical line; from < to along it. */
export interface Line {
  at: number;
  from: number;
  to: number;
}

export interface Page {
  width: number;
  height: number;
  pieces: Piece[];
  horizontal: Line[];
  vertical: Line[];
  images: number;
}

type Matrix = readonly [number, number, number, number, number, number];
type Point = readonly [number, number];

const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`. */
function combine(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [p, q, r, s, t, u] = inner;
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f];
}

const apply = ([a, b, c, d, e, f]: Matrix, [x, y]: Point): Point => [a * x + c * y + e, b * x + d * y + f];

function matrixOf(values: unknown): Matrix {
  const [a, b, c, d, e, f] =
    Array.isArray(values) || ArrayBuffer.isView(values) ? Array.from(values as ArrayLike<number>) : [];
  return [a ?? 1, b ?? 0, c ?? 0, d ?? 1, e ?? 0, f ?? 0];
}

/** The codes of pdf.js for what the page draws. */
export type Operators = Record<string, number>;

export async function readPage(page: PDFPageProxy, operators: Operators): Promise<Page> {
  const viewport = page.getViewport({ scale: 1 });
  const content = await page.getTextContent();
  const list = await page.getOperatorList();
  const texts = content.items.flatMap((item) =>
    'str' in item && item.str.trim() !== ''
      ? [{ ...item, vertical: content.styles[item.fontName]?.vertical === true }]
      : [],
  );

  // A page may be turned, and its text may be turned on it: most of the text is to run from left to right.
  const turns = [0, 0, 0, 0];
  const shown = matrixOf(viewport.transform);
  for (const { str, transform, vertical } of texts) {
    if (vertical) continue;
    const [a, b] = combine(shown, matrixOf(transform));
    const turn = (Math.round(Math.atan2(b, a) / (Math.PI / 2)) + 4) % 4;
    turns[turn] = (turns[turn] ?? 0) + str.length;
  }
  const turn = turns.indexOf(Math.max(...turns));
  const { width, height } = viewport;
  const turned: Matrix = [identity, [0, -1, 1, 0, 0, width], [-1, 0, 0, -1, width, height], [0, 1, -1, 0, height, 0]][
    turn
  ] as Matrix;
  const toPage = combine(turned, shown);

  const pieces = texts.map(({ str, transform, width: length, vertical }): Piece => {
    const matrix = combine(toPage, matrixOf(transform));
    const size = Math.hypot(matrix[2], matrix[3]) || Math.hypot(matrix[0], matrix[1]);
    const along = Math.hypot(matrix[0], matrix[1]) || 1;
    return { text: str.replace(/[\u200b\ufeff\u00ad]/gu, ''), size, ...extent(matrix, length, size, along, vertical) };
  });
  const drawn = rulings(list.fnArray, list.argsArray as unknown[], operators, toPage);
  const sides = turn % 2 === 0 ? { width, height } : { width: height, height: width };
  return { ...sides, pieces, ...drawn };
}

/** Where a piece of text stands: from a little below its base line to the height of its font above it. */
function extent(
  matrix: Matrix,
  length: number,
  size: number,
  along: number,
  vertical: boolean,
): Box & { vertical: boolean } {
  const [x, y] = [matrix[4], matrix[5]];
  if (vertical) return { left: x - size / 2, right: x + size / 2, top: y, bottom: y + length, vertical: true };
  const direction: Point = [matrix[0] / along, matrix[1] / along];
  const up: Point = [direction[1], -direction[0]];
  const corners = [0, length].flatMap((run) =>
    [-0.15, 0.85].map((rise): Point => [
      x + direction[0] * run + up[0] * rise * size,
      y + direction[1] * run + up[1] * rise * size,
    ]),
  );
  const xs = corners.map(([cornerX]) => cornerX);
  const ys = corners.map(([, cornerY]) => cornerY);
  const box = { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
  return { ...box, vertical: Math.abs(direction[1]) > 0.7 };
}

/** A filled rectangle that is thinner is a line. */
const thin = 3;
/** A shorter line is a tick or part of a drawing. */
const shortest = 4;
const white = /^#?f[a-f0-9]f[a-f0-9]f[a-f0-9]$/iu;

interface Pen {
  matrix: Matrix;
  stroke: string;
  fill: string;
}

function rulings(
  codes: readonly number[],
  args: readonly unknown[],
  operators: Operators,
  toPage: Matrix,
): Pick<Page, 'horizontal' | 'vertical' | 'images'> {
  const drawn: Pick<Page, 'horizontal' | 'vertical' | 'images'> = { horizontal: [], vertical: [], images: 0 };
  const names = new Map(Object.entries(operators).map(([name, code]) => [code, name]));
  const strokes = new Set([
    'stroke',
    'closeStroke',
    'fillStroke',
    'eoFillStroke',
    'closeFillStroke',
    'closeEOFillStroke',
  ]);
  const fills = new Set(['fill', 'eoFill', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke']);
  let pen: Pen = { matrix: toPage, stroke: '', fill: '' };
  const saved: Pen[] = [];

  codes.forEach((code, at) => {
    const name = names.get(code) ?? '';
    const given = args[at];
    const values: unknown[] = Array.isArray(given) ? given : [];
    if (name === 'save') saved.push(pen);
    else if (name === 'restore') pen = saved.pop() ?? pen;
    else if (name === 'transform') pen = { ...pen, matrix: combine(pen.matrix, matrixOf(values)) };
    else if (name === 'paintFormXObjectBegin') {
      saved.push(pen);
      if (values[0]) pen = { ...pen, matrix: combine(pen.matrix, matrixOf(values[0])) };
    } else if (name === 'paintFormXObjectEnd') pen = saved.pop() ?? pen;
    else if (name === 'setStrokeRGBColor') pen = { ...pen, stroke: String(values[0]) };
    else if (name === 'setFillRGBColor') pen = { ...pen, fill: String(values[0]) };
    else if (
      name.startsWith('paintImage') ||
      name.startsWith('paintInlineImage') ||
      name === 'paintSolidColorImageMask'
    ) {
      drawn.images += 1;
    } else if (name === 'constructPath') {
      const paint = names.get(Number(values[0])) ?? '';
      const stroked = strokes.has(paint) && !white.test(pen.stroke);
      const filled = fills.has(paint) && !white.test(pen.fill);
      if (!stroked && !filled) return;
      for (const path of pathsOf(values[1], pen.matrix)) {
        if (filled) thinBox(path, drawn);
        if (stroked) for (const [one, other] of sidesOf(path)) put(one, other, drawn);
      }
    }
  });
  return drawn;
}

/** The codes within a path, as pdf.js writes them. */
const pathCodes = { moveTo: 0, lineTo: 1, curveTo: 2, quadraticTo: 3, close: 4 } as const;

/** The polygons of a path; curves are followed by their end points. */
function pathsOf(paths: unknown, matrix: Matrix): Point[][] {
  const data: unknown = Array.isArray(paths) ? paths[0] : null;
  if (!ArrayBuffer.isView(data) && !Array.isArray(data)) return [];
  const numbers = Array.from(data as unknown as ArrayLike<number>); // a Float32Array of pdf.js
  const found: Point[][] = [];
  for (let at = 0; at < numbers.length;) {
    const code = numbers[at];
    const length =
      code === pathCodes.curveTo ? 6 : code === pathCodes.quadraticTo ? 4 : code === pathCodes.close ? 0 : 2;
    if (length > 0) {
      const point = apply(matrix, [numbers[at + length - 1] ?? 0, numbers[at + length] ?? 0]);
      if (code === pathCodes.moveTo) found.push([point]);
      else found.at(-1)?.push(point);
    } else {
      const first = found.at(-1)?.[0];
      if (first !== undefined) found.at(-1)?.push(first);
    }
    at += length + 1;
  }
  return found;
}

function sidesOf(path: readonly Point[]): (readonly [Point, Point])[] {
  return path.slice(1).map((point, at) => [path[at] ?? point, point] as const);
}

function put([x0, y0]: Point, [x1, y1]: Point, drawn: Pick<Page, 'horizontal' | 'vertical'>): void {
  const [width, height] = [Math.abs(x1 - x0), Math.abs(y1 - y0)];
  if (width >= shortest && height < 1) {
    drawn.horizontal.push({ at: (y0 + y1) / 2, from: Math.min(x0, x1), to: Math.max(x0, x1) });
  } else if (height >= shortest && width < 1) {
    drawn.vertical.push({ at: (x0 + x1) / 2, from: Math.min(y0, y1), to: Math.max(y0, y1) });
  }
}

/** A filled polygon as a line, where it is as thin as one. */
function thinBox(path: readonly Point[], drawn: Pick<Page, 'horizontal' | 'vertical'>): void {
  if (path.length < 3) return;
  const xs = path.map(([x]) => x);
  const ys = path.map(([, y]) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  if (bottom - top <= thin && right - left > bottom - top)
    put([left, (top + bottom) / 2], [right, (top + bottom) / 2], drawn);
  else if (right - left <= thin) put([(left + right) / 2, top], [(left + right) / 2, bottom], drawn);
}
