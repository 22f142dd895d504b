import { Component, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { Icon } from '../../../icon/icon';
import { ShownLead } from '../shown-lead';
import { LeadSequence } from './lead-sequence';

/** To the lead before and after this one, in the order of the list that one came from. */
@Component({
  selector: 'app-lead-steps',
  imports: [Icon, RouterLink, TranslocoDirective],
  template: `<ng-container *transloco="let t; prefix: 'steps'">
    @if (sequence.neighbours(); as neighbours) {
      @if (neighbours.previous || neighbours.next) {
        <nav [attr.aria-label]="t('label')">
          @for (way of ways; track way.to) {
            @if (neighbours[way.to]; as lead) {
              <a
                class="button quiet icon-only"
                [routerLink]="['/leads', lead.id]"
                [state]="shown.state"
                [attr.aria-label]="t(way.to, { name: lead.name })"
                [attr.aria-keyshortcuts]="way.key"
                [title]="t(way.to, { name: lead.name })"
                ><app-icon [name]="way.icon"
              /></a>
            } @else {
              <span class="button quiet icon-only" aria-disabled="true"
                ><app-icon [name]="way.icon"
              /></span>
            }
          }
        </nav>
      }
    }
  </ng-container>`,
  styles: `
    nav {
      display: flex;
    }
  `,
})
export class LeadSteps {
  private readonly router = inject(Router);
  protected readonly shown = inject(ShownLead);
  protected readonly sequence = inject(LeadSequence);

  protected readonly ways = [
    { to: 'previous', icon: 'left', key: 'k' },
    { to: 'next', icon: 'right', key: 'j' },
  ] as const;

  go(to: 'previous' | 'next'): void {
    const lead = this.sequence.neighbours()[to];
    if (lead) void this.router.navigate(['/leads', lead.id], { state: this.shown.state });
  }
}
