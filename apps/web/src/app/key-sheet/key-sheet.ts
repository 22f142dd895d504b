import { Component, computed, inject } from '@angular/core';
import { MatDialogModule } from '@angular/material/dialog';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { type ShortcutGroup, Shortcuts } from '../shortcuts/shortcuts';

const GROUPS: readonly ShortcutGroup[] = ['list', 'board', 'lead', 'everywhere'];
const APPLE = /Mac|iPhone|iPad/;

/** All keys that work on the screen below. */
@Component({
  selector: 'app-key-sheet',
  imports: [MatDialogModule, TranslocoDirective],
  template: `<ng-container *transloco="let t; prefix: 'shortcuts'">
    <h2 mat-dialog-title>{{ t('title') }}</h2>
    <mat-dialog-content>
      <label class="switch">
        <input
          #single
          type="checkbox"
          [checked]="shortcuts.singleKeys()"
          (change)="shortcuts.useSingleKeys(single.checked)"
        />
        {{ t('single') }}
      </label>
      @for (group of groups(); track group.name) {
        <h3>{{ t('groups.' + group.name) }}</h3>
        <dl>
          @for (shortcut of group.shortcuts; track shortcut.label) {
            <div>
              <dt>
                @for (key of shortcut.keys; track key) {
                  <kbd [class.off]="shortcuts.isOff(key)">{{ nameOf(key) }}</kbd>
                }
              </dt>
              <dd>{{ t(shortcut.label) }}</dd>
            </div>
          }
        </dl>
      }
    </mat-dialog-content>
    <mat-dialog-actions>
      <button type="button" class="button" mat-dialog-close cdkFocusInitial>
        {{ t('close') }}
      </button>
    </mat-dialog-actions>
  </ng-container>`,
  styleUrl: './key-sheet.scss',
})
export class KeySheet {
  private readonly transloco = inject(TranslocoService);
  protected readonly shortcuts = inject(Shortcuts);
  private readonly isApple = APPLE.test(navigator.userAgent);

  protected readonly groups = computed(() =>
    GROUPS.map((name) => ({
      name,
      shortcuts: this.shortcuts.all().filter(({ group }) => group === name),
    })).filter(({ shortcuts }) => shortcuts.length > 0),
  );

  /** As it stands on the keyboard: `mod+k` is Ctrl K, on Apple's ⌘ K. */
  protected nameOf(keys: string): string {
    const names: Record<string, string> = {
      mod: this.isApple ? '⌘' : this.transloco.translate('shortcuts.ctrl'),
      Shift: this.transloco.translate('shortcuts.shift'),
      ArrowDown: '↑ ↓',
      ArrowRight: '← →',
      Enter: '↵',
      Space: this.transloco.translate('shortcuts.space'),
    };
    return keys
      .split('+')
      .map((key) => names[key] ?? (key.length === 1 ? key.toUpperCase() : key))
      .join(' ');
  }
}
