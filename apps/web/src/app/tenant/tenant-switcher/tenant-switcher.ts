import { CdkConnectedOverlay, CdkOverlayOrigin } from '@angular/cdk/overlay';
import { Component, computed, inject, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Icon } from '../../icon/icon';
import { Popup } from '../../popup/popup';
import { CurrentTenant } from '../current-tenant';
import { isTenantId } from '../tenant-id';
import { TenantSwitch } from '../tenant-switch';

@Component({
  selector: 'app-tenant-switcher',
  imports: [CdkConnectedOverlay, CdkOverlayOrigin, Icon, Popup, TranslocoDirective],
  templateUrl: './tenant-switcher.html',
  styleUrl: './tenant-switcher.scss',
})
export class TenantSwitcher {
  private readonly tenants = inject(TenantSwitch);
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

  protected async switchTo(id: string): Promise<void> {
    this.open.set(false);
    await this.tenants.to(id);
  }
}
