import { CdkTrapFocus } from '@angular/cdk/a11y';
import { CdkConnectedOverlay, CdkOverlayOrigin } from '@angular/cdk/overlay';
import { Component, computed, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { Icon } from '../../icon/icon';
import { CurrentTenant } from '../current-tenant';
import { isTenantId } from '../tenant-id';

@Component({
  selector: 'app-tenant-switcher',
  imports: [CdkConnectedOverlay, CdkOverlayOrigin, CdkTrapFocus, Icon, TranslocoDirective],
  templateUrl: './tenant-switcher.html',
  styleUrl: './tenant-switcher.scss',
})
export class TenantSwitcher {
  private readonly router = inject(Router);
  protected readonly tenant = inject(CurrentTenant);

  protected readonly open = signal(false);
  protected readonly entered = signal('');
  private readonly submitted = signal(false);
  protected readonly invalid = computed(() => this.submitted() && !isTenantId(this.entered()));

  protected toggle(): void {
    this.entered.set('');
    this.submitted.set(false);
    this.open.update((open) => !open);
  }

  protected enter(value: string): void {
    this.entered.set(value.trim());
  }

  protected async submit(): Promise<void> {
    this.submitted.set(true);
    if (isTenantId(this.entered())) await this.switchTo(this.entered());
  }

  /** Shows another tenant's leads, without the filters; a form that is left unsaved may refuse. */
  protected async switchTo(id: string): Promise<void> {
    this.open.set(false);
    // Going where one is counts as going nowhere, unless it is a reload.
    const left = await this.router.navigate(['/leads'], { onSameUrlNavigation: 'reload' });
    if (left) this.tenant.switchTo(id);
  }
}
