import type { Injector } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { KeySheet } from './key-sheet';

/** With its dialog a chunk of its own, loaded when it is first asked for. */
export function openKeySheet(injector: Injector): void {
  injector.get(MatDialog).open(KeySheet, { width: '440px', maxWidth: 'calc(100vw - 16px)' });
}
