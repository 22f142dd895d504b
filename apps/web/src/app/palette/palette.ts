import { Component, computed, effect, inject, linkedSignal, signal } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { MatDialogRef } from '@angular/material/dialog';
import { Router } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { debounceTime } from 'rxjs';
import { Icon } from '../icon/icon';
import { CurrentLead } from '../leads/current-lead';
import { leadPageResource, leadResource } from '../leads/lead-requests';
import { SavedViews } from '../leads/saved-views/saved-views';
import { CurrentTenant } from '../tenant/current-tenant';
import { isTenantId } from '../tenant/tenant-id';
import { type Entry, PaletteEntries } from './palette-entries';

/** How long the typing has to rest before leads are searched. */
export const SEARCH_DELAY_MS = 120;
const LEADS_FOUND = 8;
const LEAD_PAGE = /^\/leads\/(\d+)/;

/**
 * Everything by name: commands whose words begin with what is typed, and leads that the server
 * finds by it. A combobox with a list (WAI-ARIA Authoring Practices): the focus stays in the field.
 */
@Component({
  selector: 'app-palette',
  imports: [Icon, TranslocoDirective],
  templateUrl: './palette.html',
  styleUrl: './palette.scss',
})
export class Palette {
  private readonly dialog = inject(MatDialogRef<Palette>);
  private readonly entries = inject(PaletteEntries);
  private readonly tenant = inject(CurrentTenant);

  protected readonly text = signal('');
  private readonly searched = toSignal(
    toObservable(this.text).pipe(debounceTime(SEARCH_DELAY_MS)),
    {
      initialValue: '',
    },
  );
  private readonly found = leadPageResource(() => ({
    ...(this.searched().trim() && { q: this.searched().trim() }),
    limit: LEADS_FOUND,
  }));

  private readonly views = inject(SavedViews).read();

  protected readonly isAnswered = computed(
    () => this.searched() === this.text() && this.found.hasValue(),
  );

  /** The lead of the page that is open, else the one that is focused in the list. */
  private readonly focused = inject(CurrentLead).lead();
  private readonly opened = LEAD_PAGE.exec(inject(Router).url)?.[1];
  private readonly page = leadResource(() => this.opened);
  private readonly lead = computed(() => {
    if (this.opened === undefined) return this.focused;
    return this.page.hasValue() ? this.page.value() : null;
  });

  protected readonly shown = computed<Entry[]>(() => {
    const lead = this.lead();
    const commands = [
      ...(lead ? this.entries.forLead(lead) : []),
      ...this.entries.everywhere(),
      ...this.entries.views(this.views.hasValue() ? this.views.value().items : []),
    ];
    const fitting = commands.filter((entry) => fits(entry, this.text()));
    if (!this.isAnswered()) return fitting;
    const leads = this.entries.leads(this.found.value()?.items ?? []);
    // Commands first: leads come later, and must not come in between the eye and the key.
    return [...fitting, ...leads, ...this.otherTenant(commands)];
  });
  protected readonly active = linkedSignal<{ text: string; shown: Entry[] }, number>({
    source: () => ({ text: this.text(), shown: this.shown() }),
    computation: ({ text, shown }, before) => {
      const id = before?.source.shown[before.value]?.id;
      const same = before?.source.text === text ? shown.findIndex((entry) => entry.id === id) : 0;
      return Math.max(same, 0);
    },
  });
  protected readonly activeId = computed(() => this.idOf(this.shown()[this.active()]));

  constructor() {
    effect(() => {
      const id = this.activeId();
      if (id) document.getElementById(id)?.scrollIntoView?.({ block: 'nearest' });
    });
  }

  protected idOf(entry: Entry | undefined): string | null {
    return entry ? `palette-${entry.id}` : null;
  }

  protected press(event: KeyboardEvent): void {
    const last = this.shown().length - 1;
    const to = {
      ArrowDown: this.active() < last ? this.active() + 1 : 0,
      ArrowUp: this.active() > 0 ? this.active() - 1 : last,
      PageDown: last,
      PageUp: 0,
    }[event.key];
    if (to !== undefined) this.active.set(to);
    else if (event.key === 'Enter') this.run(this.shown()[this.active()]);
    else return;
    event.preventDefault();
  }

  protected run(entry: Entry | undefined): void {
    if (entry === undefined) return;
    this.dialog.close();
    void entry.run();
  }

  private otherTenant(commands: readonly Entry[]): Entry[] {
    const id = this.text().trim();
    const isKnown = id === this.tenant.id() || commands.some((it) => it.id === `tenant-${id}`);
    return isTenantId(id) && !isKnown ? [this.entries.switching(id)] : [];
  }
}

/** Whether each word typed begins a word of the entry. */
function fits({ label, detail = '' }: Entry, text: string): boolean {
  const words = `${label} ${detail}`.toLowerCase().split(/[\s:„“”"–-]+/);
  const typed = text.toLowerCase().split(/\s+/).filter(Boolean);
  return typed.every((part) => words.some((word) => word.startsWith(part)));
}
