import { DOCUMENT, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { auditTime, filter, fromEvent, merge, scan } from 'rxjs';
import { Live } from './live';

/** Figures of a busy tenant are read again once in so long. */
export const RENEWAL_MS = 1000;

/**
 * Counts the moments at which figures are worth reading again: something has happened in the tenant,
 * the network is back, or somebody looks again, as priorities fall by themselves.
 */
export function renewals() {
  const document = inject(DOCUMENT);
  const moments = merge(
    inject(Live).changes$.pipe(auditTime(RENEWAL_MS)),
    fromEvent(window, 'online'),
    fromEvent(document, 'visibilitychange').pipe(filter(() => !document.hidden)),
  );
  return toSignal(moments.pipe(scan((count) => count + 1, 0)), { initialValue: 0 });
}
