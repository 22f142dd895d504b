import { Service, signal } from '@angular/core';
import { recall, remember } from '../remembered';
import { isTenantId } from './tenant-id';

const DEFAULT_TENANT = 'demo';
const REMEMBERED_TENANTS = 8;

/** The tenant whose leads are shown, and those that this browser has shown before. */
@Service()
export class CurrentTenant {
  private readonly known = signal<readonly string[]>(initialTenants());

  /** Newest first: the first one is current. */
  readonly remembered = this.known.asReadonly();

  readonly id = () => this.known()[0] ?? DEFAULT_TENANT;

  constructor() {
    this.remember();
  }

  switchTo(id: string): void {
    this.known.update((ids) => newestFirst(id, ids));
    this.remember();
  }

  private remember(): void {
    remember('tenants', JSON.stringify(this.known()));
  }
}

/** `?tenant=acme` in the address wins, so that a link can be shared between people. */
function initialTenants(): string[] {
  const linked = new URLSearchParams(location.search).get('tenant');
  const remembered = recalledTenants();
  if (linked !== null && isTenantId(linked)) return newestFirst(linked, remembered);
  return remembered.length > 0 ? remembered : [DEFAULT_TENANT];
}

function recalledTenants(): string[] {
  try {
    const ids: unknown = JSON.parse(recall('tenants') ?? '[]');
    return Array.isArray(ids) ? ids.filter(isTenantId) : [];
  } catch {
    // Not ours, or cut short: start anew.
    return [];
  }
}

function newestFirst(id: string, ids: readonly string[]): string[] {
  return [id, ...ids.filter((other) => other !== id)].slice(0, REMEMBERED_TENANTS);
}
