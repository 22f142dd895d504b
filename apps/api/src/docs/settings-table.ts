import { Settings } from '../settings';

const BEGIN = '<!-- settings: written by `node tools/docs/write-settings.ts` -->';
const END = '<!-- end of settings -->';

/** What `.env.example` says of each setting: the comment above it, or above those it stands with. */
function descriptions(example: string): Map<string, string> {
  const described = new Map<string, string>();
  for (const block of example.split(/\n\s*\n/)) {
    const lines = block.trim().split('\n');
    const comment = lines.filter((line) => line.startsWith('#'));
    const text = comment.map((line) => line.slice(1).trim()).join(' ');
    for (const line of lines.filter((one) => !one.startsWith('#')))
      described.set(line.split('=')[0]!, text);
  }
  return described;
}

/** Every setting of the schema with its default, as a table of Markdown. */
export function settingsTable(example: string): string {
  const described = descriptions(example);
  const rows = Object.entries(Settings.shape).map(([name, schema]) => {
    const standard = String(schema.parse(undefined) ?? '');
    const shown = standard === '' ? 'none' : `\`${standard}\``;
    return `| \`${name}\` | ${shown} | ${described.get(name) ?? ''} |`;
  });
  return ['| setting | default | |', '| --- | --- | --- |', ...rows].join('\n');
}

/** A document with its table of settings brought up to date. */
export function withSettingsTable(document: string, example: string): string {
  const [before, rest = ''] = document.split(BEGIN);
  const [, after] = rest.split(END);
  if (after === undefined) throw new Error(`there is no "${BEGIN}" and "${END}" in the document`);
  return `${before}${BEGIN}\n\n${settingsTable(example)}\n\n${END}${after}`;
}
