import { CdkConnectedOverlay, CdkOverlayOrigin } from '@angular/cdk/overlay';
import { Component, computed, input, output, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Icon } from '../../../icon/icon';
import { Popup } from '../../../popup/popup';

/** A chip that opens a field for a text to filter by. What is projected stands below the field. */
@Component({
  selector: 'app-text-filter',
  imports: [CdkConnectedOverlay, CdkOverlayOrigin, Icon, Popup, TranslocoDirective],
  templateUrl: './text-filter.html',
  styleUrl: './text-filter.scss',
})
export class TextFilter {
  readonly label = input.required<string>();
  readonly hint = input.required<string>();
  readonly value = input.required<string>();
  /** The label in the words of who filters by themselves, where that is what is filtered by. */
  readonly shown = input<string>();
  readonly filter = output<string>();
  readonly opened = output();

  protected readonly open = signal(false);
  protected readonly text = computed(() =>
    this.value() ? `${this.label()}: ${this.shown() ?? this.value()}` : this.label(),
  );

  protected toggle(): void {
    this.open.update((open) => !open);
    if (this.open()) this.opened.emit();
  }

  protected apply(text: string): void {
    this.close();
    this.filter.emit(text.trim());
  }

  close(): void {
    this.open.set(false);
  }
}
