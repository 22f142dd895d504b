import { Service } from '@angular/core';
import type { LeadRead } from '@leadlog/contracts/lead';
import { type Observable, Subject } from 'rxjs';

/** Leads as the server answered a write of this tab with them, for whatever shows them. */
@Service()
export class LeadAnswers {
  private readonly answers = new Subject<LeadRead>();

  readonly written$: Observable<LeadRead> = this.answers.asObservable();

  tell(lead: LeadRead): void {
    this.answers.next(lead);
  }
}
