import type { Sample } from './sample.ts';
import { WARM_UP } from './verdict.ts';

type Measured = Exclude<keyof Sample, 'seconds'>;

interface Panel {
  title: string;
  curves: readonly { of: Measured; colour: string }[];
}

const PANELS: readonly Panel[] = [
  {
    title: 'memory, MB: resident; heap in use; native, beside the heap',
    curves: [
      { of: 'memory', colour: '#1565c0' },
      { of: 'heap', colour: '#6a1b9a' },
      { of: 'native', colour: '#ef6c00' },
    ],
  },
  {
    title: 'time of an answer, ms',
    curves: [
      { of: 'p50', colour: '#2e7d32' },
      { of: 'p99', colour: '#c62828' },
    ],
  },
];

const WIDTH = 800;
const HEIGHT = 220;
const LEFT = 56;
const TOP = 32;
const PLOT = { width: WIDTH - LEFT - 16, height: HEIGHT - TOP - 32 };
const LINES = 4;

/** Memory and times over a run, as a picture in SVG; the warm-up is shaded. */
export function plot(samples: readonly Sample[]): string {
  const panels = PANELS.map((panel, index) => toPanel(panel, samples, index * HEIGHT));
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT * PANELS.length}" font-family="sans-serif" font-size="12">
<title>Memory and times of answers over the run</title>
<rect width="100%" height="100%" fill="#fff"/>
${panels.join('\n')}
</svg>
`;
}

function toPanel({ title, curves }: Panel, samples: readonly Sample[], top: number): string {
  const measured = (of: Measured) => samples.filter((sample) => Number.isFinite(sample[of]));
  const values = curves.flatMap(({ of }) => measured(of).map((sample) => sample[of]));
  const most = roundUp(Math.max(0, ...values));
  const seconds = samples.at(-1)?.seconds ?? 1;
  const x = (at: number) => round(LEFT + (at / seconds) * PLOT.width);
  const y = (value: number) => round(TOP + PLOT.height * (1 - value / most));
  const legend = curves.map(({ of, colour }) => `<tspan dx="16" fill="${colour}">${of}</tspan>`);
  const lines = Array.from({ length: LINES + 1 }, (_, line) => {
    const value = (most / LINES) * line;
    const label = `<text x="${LEFT - 8}" y="${y(value) + 4}" text-anchor="end">${round(value)}</text>`;
    return `<path d="M${LEFT} ${y(value)}h${PLOT.width}" stroke="#ddd"/>${label}`;
  });
  const paths = curves.map(({ of, colour }) => {
    const points = measured(of).map((sample) => `${x(sample.seconds)},${y(sample[of])}`);
    return `<polyline points="${points.join(' ')}" fill="none" stroke="${colour}" stroke-width="1.5"/>`;
  });
  const below = TOP + PLOT.height + 20;
  return [
    `<g transform="translate(0 ${top})">`,
    `<text x="${LEFT}" y="20">${title}${legend.join('')}</text>`,
    `<rect x="${LEFT}" y="${TOP}" width="${round(PLOT.width * WARM_UP)}" height="${PLOT.height}" fill="#f4f4f4"/>`,
    ...lines,
    ...paths,
    `<text x="${LEFT}" y="${below}">0</text>`,
    `<text x="${LEFT + PLOT.width}" y="${below}" text-anchor="end">${round(seconds / 60)} min</text>`,
    '</g>',
  ].join('\n');
}

/** The next of 1, 2 and 5 times a power of ten. */
function roundUp(value: number): number {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return power * ([1, 2, 5, 10].find((step) => step * power >= value) ?? 10);
}

const round = (value: number) => Math.round(value * 10) / 10;
