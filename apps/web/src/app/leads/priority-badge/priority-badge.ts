import { CdkConnectedOverlay } from '@angular/cdk/overlay';
import { Component, computed, inject, input, signal } from '@angular/core';
import type { LeadRead } from '@leadlog/contracts/lead';
import { MAX_PRIORITY } from '@leadlog/domain/priority';
import { TranslocoDirective } from '@jsverse/transloco';
import { Formats } from '../../i18n/formats';
import { Language } from '../../i18n/language';
import { Icon } from '../../icon/icon';
import { isNear, nextLoss } from '../priority-loss';
import { PriorityBar } from '../priority-bar/priority-bar';
import { PriorityParts } from '../priority-parts/priority-parts';

/**
 * A lead's priority that explains itself on hover, focus and touch. The explanation can be hovered
 * and dismissed with Escape (WCAG 1.4.13).
 */
@Component({
  selector: 'app-priority-badge',
  imports: [CdkConnectedOverlay, Icon, PriorityBar, PriorityParts, TranslocoDirective],
  templateUrl: './priority-badge.html',
  styleUrl: './priority-badge.scss',
})
export class PriorityBadge {
  private readonly language = inject(Language);
  protected readonly formats = inject(Formats);

  readonly lead = input.required<LeadRead>();

  protected readonly max = MAX_PRIORITY;
  protected readonly explanationId = computed(() => `priority-of-${this.lead().id}`);
  protected readonly loss = computed(() => nextLoss(this.lead()));
  /** The day of a loss that is near, in few letters. */
  protected readonly soon = computed(() => {
    const loss = this.loss();
    return loss !== null && isNear(loss, Date.now()) ? this.formats.day(loss.at, 'short') : null;
  });
  protected readonly label = computed(() => {
    const { name, priority: points } = this.lead();
    const label = this.language.text('priority.of', { name, points });
    return this.soon() ? `${label} ${this.soon()}` : label;
  });
  private readonly hovered = signal(false);
  private readonly focused = signal(false);
  private readonly dismissed = signal(false);
  protected readonly open = computed(() => (this.hovered() || this.focused()) && !this.dismissed());

  protected hover(hovered: boolean): void {
    this.hovered.set(hovered);
    this.dismissed.set(false);
  }

  protected focus(focused: boolean): void {
    this.focused.set(focused);
    this.dismissed.set(false);
  }

  /** Safari gives no focus to a button that is clicked: it is asked for, so that touch works alike. */
  protected press(button: HTMLElement): void {
    button.focus();
    this.dismissed.set(false);
  }

  protected dismiss(): void {
    this.dismissed.set(true);
  }
}
