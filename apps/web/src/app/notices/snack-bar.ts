import { ApplicationRef, inject, Injector, Service } from '@angular/core';
import type { MatSnackBar } from '@angular/material/snack-bar';

const load = () => import('@angular/material/snack-bar');

/**
 * Material's snack bar. It comes once the first screen stands: that one need not wait for it, and
 * what has to be said when the network is gone can be said.
 */
@Service()
export class SnackBar {
  private readonly injector = inject(Injector);

  constructor() {
    void inject(ApplicationRef)
      .whenStable()
      .then(load)
      // Whoever has something to say asks once more.
      .catch(() => undefined);
  }

  async open(...args: Parameters<MatSnackBar['open']>): Promise<ReturnType<MatSnackBar['open']>> {
    const { MatSnackBar } = await load();
    return this.injector.get(MatSnackBar).open(...args);
  }
}
