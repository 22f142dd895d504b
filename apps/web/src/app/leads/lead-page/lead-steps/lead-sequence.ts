import { HttpClient } from '@angular/common/http';
import { computed, inject, Injectable, resource } from '@angular/core';
import { convertToParamMap, type Params } from '@angular/router';
import type { LeadRead } from '@leadlog/contracts/lead';
import type { LeadPage } from '@leadlog/contracts/lead-list';
import { MAX_LIMIT } from '@leadlog/contracts/limits';
import { firstValueFrom } from 'rxjs';
import { CurrentTenant } from '../../../tenant/current-tenant';
import { inTenant } from '../../../tenant/tenant-header';
import { readListQuery, toRequest } from '../../lead-list/list-query';
import { ShownLead } from '../shown-lead';

/** Whoever came from further down the list has not read that far. */
const MAX_PAGES = 5;

interface Sequence {
  tenantId: string;
  leads: LeadRead[];
  /** Null at the end of the list; undefined before its first page. */
  cursor: string | null | undefined;
}

export interface Neighbours {
  previous: LeadRead | null;
  next: LeadRead | null;
}

const NONE: Neighbours = { previous: null, next: null };

/**
 * The leads of the list that the page was opened from, in its order, read by cursor as far as it
 * takes. It is a snapshot: who works through a list keeps their place although leads move in it.
 */
@Injectable()
export class LeadSequence {
  private readonly http = inject(HttpClient);
  private readonly shown = inject(ShownLead);
  private readonly tenant = inject(CurrentTenant);
  private sequence: Sequence | null = null;

  private readonly answer = resource({
    params: () => ({
      tenantId: this.tenant.id(),
      id: this.shown.id(),
      list: this.shown.state.list,
    }),
    loader: ({ params: { tenantId, id, list } }) =>
      list === undefined ? Promise.resolve(NONE) : this.around(tenantId, Number(id), list),
  });

  /** Nobody where the list is not known, or cannot be read: one can do without. */
  readonly neighbours = computed(() => (this.answer.hasValue() ? this.answer.value() : NONE));

  private async around(tenantId: string, id: number, list: Params): Promise<Neighbours> {
    if (this.sequence?.tenantId !== tenantId)
      this.sequence = { tenantId, leads: [], cursor: undefined };
    const sequence = this.sequence;
    const place = () => sequence.leads.findIndex((lead) => lead.id === id);
    // The lead itself, and the one after it.
    for (let page = 0; page < MAX_PAGES && sequence.cursor !== null; page++) {
      if (place() >= 0 && place() < sequence.leads.length - 1) break;
      await this.readOn(sequence, list);
    }
    if (place() < 0) return NONE;
    return {
      previous: sequence.leads[place() - 1] ?? null,
      next: sequence.leads[place() + 1] ?? null,
    };
  }

  private async readOn(sequence: Sequence, list: Params): Promise<void> {
    const {
      limit: _limit,
      offset: _offset,
      ...filter
    } = toRequest(readListQuery(convertToParamMap(list)));
    const { items, next_cursor } = await firstValueFrom(
      this.http.get<LeadPage>('/leads', {
        params: {
          ...filter,
          limit: MAX_LIMIT,
          ...(sequence.cursor && { cursor: sequence.cursor }),
        },
        context: inTenant(sequence.tenantId),
      }),
    );
    sequence.leads.push(...items);
    sequence.cursor = next_cursor;
  }
}
