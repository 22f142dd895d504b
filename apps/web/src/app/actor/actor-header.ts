import type { HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { CurrentActor } from './current-actor';

/** Names who acts; a request of somebody who has not said so stays anonymous. */
export const actorHeader: HttpInterceptorFn = (request, next) => {
  const name = inject(CurrentActor).name();
  if (name === '') return next(request);
  return next(request.clone({ setHeaders: { 'X-Actor': encodeURIComponent(name) } }));
};
