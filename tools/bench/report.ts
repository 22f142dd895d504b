import type { Figure } from './figure.ts';

/** Figures of one kind, and what they are held against. */
export interface Section {
  title: string;
  limit: string;
  figures: readonly Figure[];
}

const DIGITS = 3;

/** The report as Markdown, aligned as the formatter of the workspace has it. */
export function toMarkdown(
  conditions: Readonly<Record<string, string>>,
  sections: readonly Section[],
): string {
  const parts = [
    '# Benchmarks',
    'Written by `npm run bench`. A cell says ours / the limit = **their ratio**: medians over rounds in ' +
      'which both took turns, and the median of the ratios of each round. Trust ratios more than figures, ' +
      'which other programs on the machine disturb.',
    table(['condition', ''], Object.entries(conditions)),
    ...sections.flatMap(({ title, limit, figures }) => [`## ${title}`, limit, tableOf(figures)]),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** A line a work and size, with what was measured of it side by side. */
function tableOf(figures: readonly Figure[]): string {
  const units = [...new Set(figures.map(({ unit }) => unit))];
  const works = Map.groupBy(figures, ({ work, size, of }) =>
    [asCode(work), `${size.toLocaleString('en')} ${of}`].join(' | '),
  );
  const rows = [...works].map(([work, measured]) => [
    ...work.split(' | '),
    ...units.map((unit) => toCell(measured.find((figure) => figure.unit === unit))),
    measured.flatMap(({ goal, unit }) => (goal ? [`${goal} (${unit})`] : [])).join(', '),
  ]);
  return table(['work', 'size', ...units, 'goal'], rows);
}

/** Ours, the limit's, and their ratio. */
function toCell(figure: Figure | undefined): string {
  if (!figure) return '';
  const { ours, limit, ratio } = figure;
  return limit === null ? shown(ours) : `${shown(ours)} / ${shown(limit)} = **${shown(ratio)}**`;
}

const asCode = (work: string) => work.replace(/^(?:GET|POST) [^\s,]+/, '`$&`');

/** Three digits that count: more would pretend to know more than there is. */
export function shown(value: number | null): string {
  if (value === null || !Number.isFinite(value)) return '–';
  return Number(value.toPrecision(DIGITS)).toLocaleString('en', {
    maximumSignificantDigits: DIGITS,
  });
}

function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [headings, ...rows];
  const widths = headings.map((_, column) =>
    Math.max(3, ...all.map((cells) => cells[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const rule = line(widths.map((width) => '-'.repeat(width)));
  return [line(headings), rule, ...rows.map(line)].join('\n');
}
