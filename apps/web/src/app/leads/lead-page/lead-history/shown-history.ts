import { HttpClient } from '@angular/common/http';
import { computed, inject, Injectable, resource } from '@angular/core';
import type { HistoryEntry, LeadHistory } from '@leadlog/contracts/history';
import { firstValueFrom } from 'rxjs';
import { CurrentTenant } from '../../../tenant/current-tenant';
import { inTenant } from '../../../tenant/tenant-header';
import { keptWhileLoading } from '../../kept-while-loading';
import { ShownLead } from '../shown-lead';

interface Wanted {
  tenantId: string;
  id: string;
  /** The lead's number of events, once it is known. */
  version: number | null;
}

/** What has been read of one lead's history: it only ever grows, until somebody is erased from it. */
interface Known {
  tenantId: string;
  id: string;
  entries: readonly HistoryEntry[];
}

/** The history of the shown lead, oldest first. Once read, only what is new is read. */
@Injectable()
export class ShownHistory {
  private readonly http = inject(HttpClient);
  private readonly shown = inject(ShownLead);
  private readonly tenant = inject(CurrentTenant);
  private known: Known | null = null;
  private reading: Promise<unknown> = Promise.resolve();

  private readonly answer = resource({
    params: (): Wanted => ({
      tenantId: this.tenant.id(),
      id: this.shown.id(),
      version: this.shown.now()?.version ?? null,
    }),
    loader: ({ params }) => this.inTurn(() => this.read(params)),
  });
  private readonly scope = computed(() => `${this.tenant.id()}/${this.shown.id()}`);
  readonly entries = keptWhileLoading(this.answer, this.scope);

  reload(): void {
    this.answer.reload();
  }

  /** One after the other: the next reading goes on where the last one ended. */
  private inTurn<T>(read: () => Promise<T>): Promise<T> {
    const turn = this.reading.then(read, read);
    this.reading = turn;
    return turn;
  }

  private async read({ tenantId, id, version }: Wanted): Promise<readonly HistoryEntry[]> {
    const known = this.known?.tenantId === tenantId && this.known.id === id ? this.known : null;
    const entries = known?.entries ?? [];
    if (known && version !== null && entries.length >= version) return entries;
    const added = await this.readAfter(tenantId, id, entries);
    // An erasure reaches back: what was read before tells of persons who are gone.
    const all =
      added.some(({ type }) => type === 'PersonalDataErased') && entries.length > 0
        ? await this.readAfter(tenantId, id, [])
        : [...entries, ...added];
    this.known = { tenantId, id, entries: all };
    return all;
  }

  /** The service answers with 500 entries at most, from the oldest on. */
  private async readAfter(
    tenantId: string,
    id: string,
    before: readonly HistoryEntry[],
  ): Promise<HistoryEntry[]> {
    const added: HistoryEntry[] = [];
    for (;;) {
      const after = added.at(-1)?.position ?? before.at(-1)?.position ?? 0;
      const { items, total } = await firstValueFrom(
        this.http.get<LeadHistory>(`/leads/${encodeURIComponent(id)}/history`, {
          params: after > 0 ? { after } : {},
          context: inTenant(tenantId),
        }),
      );
      added.push(...items);
      if (items.length === 0 || before.length + added.length >= total) return added;
    }
  }
}
