import type { Layout } from './layout.ts';
import { wrapWords } from './wrap-words.ts';

/** One row of a chart: its label, and the band in which its bar or dot is drawn. */
export type Row = Readonly<{
  lines: readonly string[];
  labelX: number;
  labelY: number;
  labelAnchor: 'start' | 'end';
  /** Top and height of the band for bar or dot. */
  top: number;
  thickness: number;
  /** Where the row's figure stands when it does not follow the bar. */
  valueX: number;
  valueY: number;
}>;

export type Rows = Readonly<{
  rows: readonly Row[];
  /** From where to where values are drawn. */
  start: number;
  end: number;
  height: number;
  /** Wide: the figure follows its bar. Narrow: it stands at the end of the label's line. */
  valuesFollow: boolean;
}>;

/** Sets out labels and bands: side by side when there is room, one above the other when there is not. */
export function layRows(labels: readonly string[], values: readonly string[], layout: Layout): Rows {
  const valueWidth = Math.max(0, ...values.map(({ length }) => length)) * layout.characterWidth + 12;
  return layout.name === 'wide' ? beside(labels, valueWidth, layout) : above(labels, valueWidth, layout);
}

function beside(labels: readonly string[], valueWidth: number, layout: Layout): Rows {
  const longest = Math.max(0, ...labels.map(({ length }) => length)) * layout.characterWidth;
  const labelWidth = Math.min(longest, 220);
  const thickness = 24;
  let y = 4;
  const rows = labels.map((label): Row => {
    const lines = wrapWords(label, Math.floor(labelWidth / layout.characterWidth) + 1);
    const height = Math.max(36, lines.length * layout.lineHeight + 8);
    const middle = y + height / 2;
    y += height;
    return {
      lines,
      labelX: labelWidth,
      labelY: middle - ((lines.length - 1) * layout.lineHeight) / 2 + 5.5,
      labelAnchor: 'end',
      top: middle - thickness / 2,
      thickness,
      valueX: layout.width,
      valueY: middle + 5.5,
    };
  });
  return { rows, start: labelWidth + 12, end: layout.width - valueWidth, height: y + 4, valuesFollow: true };
}

function above(labels: readonly string[], valueWidth: number, layout: Layout): Rows {
  const thickness = 16;
  let y = 0;
  const rows = labels.map((label): Row => {
    const lines = wrapWords(label, Math.floor((layout.width - valueWidth) / layout.characterWidth));
    const labelY = y + 15;
    const top = y + lines.length * layout.lineHeight + 4;
    y = top + thickness + 14;
    return {
      lines,
      labelX: 0,
      labelY,
      labelAnchor: 'start',
      top,
      thickness,
      valueX: layout.width,
      valueY: labelY,
    };
  });
  return { rows, start: 0, end: layout.width, height: y, valuesFollow: false };
}
