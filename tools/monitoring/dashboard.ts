import { readFileSync } from 'node:fs';

export const DASHBOARD = 'ops/grafana/dashboards/leadlog.json';

export interface Panel {
  title: string;
  type: string;
  targets?: { expr: string }[];
}

/** All panels that show something. */
export function readPanels(): Panel[] {
  const { panels } = JSON.parse(readFileSync(DASHBOARD, 'utf8')) as { panels: Panel[] };
  return panels.filter(({ type }) => type !== 'row');
}

/** An expression as Grafana would send it, of all instances. */
export function filledIn(expression: string, rateInterval: string): string {
  return expression.replaceAll('$__rate_interval', rateInterval).replaceAll('$instance', '.*');
}
