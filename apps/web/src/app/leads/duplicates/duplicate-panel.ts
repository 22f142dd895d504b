import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { Formats } from '../../i18n/formats';
import type { Duplicates } from './duplicates';

/** Leads that may be the same, each with what it has in common. Shown, never refused. */
@Component({
  selector: 'app-duplicate-panel',
  imports: [RouterLink, TranslocoDirective],
  templateUrl: './duplicate-panel.html',
  styleUrl: './duplicate-panel.scss',
})
export class DuplicatePanel {
  protected readonly formats = inject(Formats);

  readonly found = input.required<Duplicates>();
  /** Opens them beside, so that what is being entered stays. */
  readonly inNewTab = input(false);
}
