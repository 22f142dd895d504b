import type { Injector } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { Palette } from './palette';

/** With its dialog a chunk of its own, loaded when it is first asked for. */
export function openPalette(injector: Injector, label: string): void {
  injector.get(MatDialog).open(Palette, {
    width: '560px',
    maxWidth: 'calc(100vw - 16px)',
    position: { top: 'min(96px, 10dvh)' },
    ariaLabel: label,
  });
}
