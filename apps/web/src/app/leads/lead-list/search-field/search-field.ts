import {
  Component,
  DestroyRef,
  effect,
  type ElementRef,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Icon } from '../../../icon/icon';

/** How long the typing has to rest before the search is made. */
export const SEARCH_DELAY_MS = 250;

@Component({
  selector: 'app-search-field',
  imports: [Icon, TranslocoDirective],
  templateUrl: './search-field.html',
  styleUrl: './search-field.scss',
})
export class SearchField {
  private readonly field = viewChild<ElementRef<HTMLInputElement>>('field');
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** What was searched for last: coming back as `value`, it does not disturb the typing. */
  private sent = '';

  readonly value = input.required<string>();
  readonly searched = output<string>();

  protected readonly text = signal('');

  constructor() {
    effect(() => {
      const value = this.value();
      if (value === this.sent) return;
      this.sent = value;
      this.text.set(value);
    });
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  focus(): void {
    this.field()?.nativeElement.focus();
    this.field()?.nativeElement.select();
  }

  protected type(text: string): void {
    this.text.set(text);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.send(), SEARCH_DELAY_MS);
  }

  protected send(): void {
    clearTimeout(this.timer);
    const q = this.text().trim();
    if (q === this.sent) return;
    this.sent = q;
    this.searched.emit(q);
  }

  protected clear(): void {
    this.text.set('');
    this.send();
    this.focus();
  }
}
