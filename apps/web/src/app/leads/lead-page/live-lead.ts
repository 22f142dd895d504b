import { inject, Injectable } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Live } from '../../live/live';
import { ShownLead } from './shown-lead';

/** Brings what others do to the shown lead onto the page, as it happens. */
@Injectable()
export class LiveLead {
  constructor() {
    const shown = inject(ShownLead);
    inject(Live)
      .changes$.pipe(takeUntilDestroyed())
      .subscribe(({ lead_id, version }) => {
        const lead = shown.now();
        if (lead !== null && lead.id === lead_id && version > lead.version) shown.reload();
      });
  }
}
