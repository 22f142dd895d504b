/** What `/metrics` tells: the value of each series, by its name and labels as they are written. */
export class Figures {
  readonly text: string;
  readonly type: string;

  private constructor(text: string, type: string) {
    this.text = text;
    this.type = type;
  }

  static async of({ url }: { url: string }): Promise<Figures> {
    const response = await fetch(`${url}/metrics`);
    if (!response.ok) throw new Error(`/metrics answers ${response.status}`);
    return new Figures(await response.text(), response.headers.get('Content-Type') ?? '');
  }

  /** The names of all metrics, those that have no series yet included. */
  get names(): string[] {
    return [...this.text.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => String(name));
  }

  /** `leadlog_leads{tenant="acme",status="new"}`; undefined where there is none. */
  value(series: string): number | undefined {
    const line = this.text.split('\n').find((one) => one.startsWith(`${series} `));
    return line === undefined ? undefined : Number(line.slice(series.length + 1));
  }
}
