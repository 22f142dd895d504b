import { Service, signal } from '@angular/core';

export interface SeenPosition {
  tenantId: string;
  /** The position of the tenant's log that an answer reflects (`X-Tenant-Position`). */
  position: number;
}

/** How far the log had come when the tenant that is looked at now answered for the first time. */
@Service()
export class TenantPosition {
  private readonly noted = signal<SeenPosition | null>(null);

  readonly first = this.noted.asReadonly();

  note(tenantId: string, header: string | null): void {
    if (header === null || this.noted()?.tenantId === tenantId) return;
    this.noted.set({ tenantId, position: Number(header) });
  }
}
