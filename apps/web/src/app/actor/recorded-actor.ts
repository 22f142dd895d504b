import { httpResource } from '@angular/common/http';
import { computed, inject, Service } from '@angular/core';
import type { Me } from '@leadlog/contracts/me';
import { lastKnown } from '../last-known';
import { CurrentActor } from './current-actor';

/**
 * Under whose name the service records what is done here: as it says itself, for with tokens it is
 * their subject, whatever name was entered. Empty where that is nobody's.
 */
@Service()
export class RecordedActor {
  private readonly said = inject(CurrentActor).name;
  private readonly me = httpResource<Me>(() => {
    this.said();
    return '/me';
  });
  private readonly known = lastKnown(this.me, this.said);

  readonly name = computed(() => {
    const actor = this.known()?.actor ?? this.said();
    return actor === ANONYMOUS ? '' : actor;
  });
}

/** The API contract, `X-Actor`: who does not say who they are. */
const ANONYMOUS = 'anonymous';
