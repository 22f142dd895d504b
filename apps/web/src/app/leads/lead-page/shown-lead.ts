import { Location } from '@angular/common';
import { computed, inject, Injectable } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, type Params } from '@angular/router';
import type { LeadRead } from '@leadlog/contracts/lead';
import { map } from 'rxjs';
import { keptWhileLoading } from '../kept-while-loading';
import { leadAsOfResource, leadResource } from '../lead-requests';

/** The lead that the address names: as it is, and, with `?as_of=`, as it was. */
@Injectable()
export class ShownLead {
  private readonly route = inject(ActivatedRoute);

  readonly id = toSignal(this.route.paramMap.pipe(map((params) => params.get('id') ?? '')), {
    requireSync: true,
  });
  /** The moment of the past that is shown; null: now. */
  readonly asOf = toSignal(this.route.queryParamMap.pipe(map((params) => params.get('as_of'))), {
    requireSync: true,
  });

  /**
   * What the list, or the board, told of itself when the lead was opened; handed on wherever the page
   * goes.
   */
  readonly state = (inject(Location).getState() ?? {}) as { list?: Params; board?: Params };

  private readonly answer = leadResource(this.id);
  private readonly pastAnswer = leadAsOfResource(this.id, this.asOf);
  private readonly past = keptWhileLoading(this.pastAnswer, this.id);

  /** The lead as it is now, or null as long as it is not there. */
  readonly now = computed(() => (this.answer.hasValue() ? this.answer.value() : null));
  readonly isPast = computed(() => this.asOf() !== null);
  readonly error = computed(
    () => this.answer.error() ?? (this.isPast() ? this.past.error() : null),
  );
  /** What is to be seen: the lead of now, or of the past that the address names. */
  readonly lead = computed(() => {
    if (!this.isPast()) return this.now();
    return this.past.hasValue() ? this.past.value() : null;
  });

  /** The same as a list of none or one. */
  readonly leads = computed(() => [this.lead()].filter((lead) => lead !== null));

  /** Takes what the server says of the lead, unless it is older than what is known. */
  accept(lead: LeadRead): void {
    const known = this.now();
    if (known === null || known.id !== lead.id || known.tenant_id !== lead.tenant_id) return;
    if (lead.version >= known.version) this.answer.set(lead);
  }

  reload(): void {
    this.answer.reload();
    if (this.isPast()) this.pastAnswer.reload();
  }
}
