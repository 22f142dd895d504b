import { inject, Service } from '@angular/core';
import { Router } from '@angular/router';
import type { LeadRead } from '@leadlog/contracts/lead';
import type { View } from '@leadlog/contracts/view';
import { STATUSES } from '@leadlog/domain/vocabulary';
import { TranslocoService } from '@jsverse/transloco';
import { Language, LANGUAGES } from '../i18n/language';
import type { IconName } from '../icon/icons';
import { type Density, DENSITIES, ListLayout } from '../leads/lead-list/list-layout';
import { addressOf } from '../leads/saved-views/saved-views';
import { StatusChanges } from '../leads/status-changes';
import { SCREENS, type ScreenName } from '../nav/screens';
import { Shortcuts } from '../shortcuts/shortcuts';
import { CurrentTenant } from '../tenant/current-tenant';
import { TenantSwitch } from '../tenant/tenant-switch';
import { Theme, THEMES } from '../theme/theme';

export type EntryGroup = 'lead' | 'go' | 'views' | 'leads' | 'tenants' | 'settings';

/** Something that the palette can do. */
export interface Entry {
  id: string;
  group: EntryGroup;
  icon: IconName;
  label: string;
  /** What is to be read beside it in smaller letters. */
  detail?: string;
  run: () => unknown;
}

/** What can be done from everywhere, in the chosen language. */
@Service()
export class PaletteEntries {
  private readonly router = inject(Router);
  private readonly transloco = inject(TranslocoService);
  private readonly changes = inject(StatusChanges);
  private readonly tenant = inject(CurrentTenant);
  private readonly tenants = inject(TenantSwitch);
  private readonly language = inject(Language);
  private readonly theme = inject(Theme);
  private readonly layout = inject(ListLayout);
  private readonly shortcuts = inject(Shortcuts);

  /** What can be done with the lead that one is at. */
  forLead(lead: LeadRead): Entry[] {
    return STATUSES.filter((status) => status !== lead.status).map((to) => ({
      id: `status-${to}`,
      group: 'lead',
      icon: 'check',
      label: this.text('palette.status', { status: this.text(`status.${to}`) }),
      detail: lead.name,
      run: () => this.changes.change({ lead, to }),
    }));
  }

  everywhere(): Entry[] {
    return [
      this.going('new', 'plus', '/leads/new'),
      this.going('list', 'left', '/leads'),
      ...SCREENS.slice(1).map(({ name, path }) => this.going(name, 'right', path)),
      this.going('import', 'upload', '/leads/import'),
      ...this.tenant
        .remembered()
        .slice(1)
        .map((id) => this.switching(id)),
      ...LANGUAGES.filter((code) => code !== this.language.current()).map((code) =>
        this.setting(`language-${code}`, 'language', this.text(`language.${code}`), () =>
          this.language.choose(code),
        ),
      ),
      ...THEMES.filter((name) => name !== this.theme.current()).map((name) =>
        this.setting(
          `theme-${name}`,
          'theme',
          this.text('theme.label', { current: this.text(`theme.${name}`) }),
          () => this.theme.choose(name),
        ),
      ),
      this.setting(
        'single-keys',
        'keys',
        this.text(`palette.singleKeys.${this.shortcuts.singleKeys() ? 'off' : 'on'}`),
        () => this.shortcuts.useSingleKeys(!this.shortcuts.singleKeys()),
      ),
      ...DENSITIES.filter((name) => name !== this.layout.density()).map((name) =>
        this.density(name),
      ),
    ];
  }

  views(views: readonly View[]): Entry[] {
    return views.map((view, index) => ({
      id: `view-${index}`,
      group: 'views',
      icon: 'bookmark',
      label: this.text('palette.view', { name: view.name }),
      run: () => this.router.navigate(['/leads'], { queryParams: addressOf(view) }),
    }));
  }

  leads(leads: readonly LeadRead[]): Entry[] {
    return leads.map((lead) => ({
      id: `lead-${lead.id}`,
      group: 'leads',
      icon: 'right',
      label: lead.name,
      detail: lead.domain ?? undefined,
      run: () => this.router.navigate(['/leads', lead.id]),
    }));
  }

  /** The tenant that was typed, where none that is known is meant. */
  switching(id: string): Entry {
    return {
      id: `tenant-${id}`,
      group: 'tenants',
      icon: 'tenant',
      label: this.text('palette.tenant', { id }),
      run: () => this.tenants.to(id),
    };
  }

  private going(name: 'new' | 'list' | 'import' | ScreenName, icon: IconName, path: string): Entry {
    const label = this.text(`palette.${name}`);
    return { id: name, group: 'go', icon, label, run: () => this.router.navigate([path]) };
  }

  private density(name: Density): Entry {
    const label = this.text('palette.rows', { density: this.text(`layout.${name}`) });
    return this.setting(`rows-${name}`, 'columns', label, () => this.layout.choose(name));
  }

  private setting(id: string, icon: IconName, label: string, run: () => unknown): Entry {
    return { id, group: 'settings', icon, label, run };
  }

  private text(key: string, values: Record<string, string> = {}): string {
    return this.transloco.translate(key, values);
  }
}
