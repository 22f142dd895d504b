import { Service, signal } from '@angular/core';
import type { LeadRead } from '@leadlog/contracts/lead';

/** The lead that somebody is at: the focused row of the list. What works on "this lead" asks here. */
@Service()
export class CurrentLead {
  private readonly current = signal<LeadRead | null>(null);

  readonly lead = this.current.asReadonly();

  set(lead: LeadRead | null): void {
    this.current.set(lead);
  }
}
