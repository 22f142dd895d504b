import { inject, Service } from '@angular/core';
import { Router } from '@angular/router';
import { CurrentTenant } from './current-tenant';

/** Goes from one tenant's leads to another's. */
@Service()
export class TenantSwitch {
  private readonly router = inject(Router);
  private readonly tenant = inject(CurrentTenant);

  /** Shows the tenant's leads, without the filters; a form that is left unsaved may refuse. */
  async to(id: string): Promise<void> {
    // Going where one is counts as going nowhere, unless it is a reload.
    const left = await this.router.navigate(['/leads'], { onSameUrlNavigation: 'reload' });
    if (left) this.tenant.switchTo(id);
  }
}
