import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { GridFocus } from './grid-focus';

@Component({
  imports: [GridFocus],
  template: `<table role="grid" appGridFocus>
      <thead>
        <tr>
          <th data-column="name"><button type="button">Name</button></th>
          <th data-column="size">Size</th>
        </tr>
      </thead>
      <tbody>
        @for (row of rows(); track row) {
          <tr [attr.data-row]="row">
            <td data-column="name">
              <a href="#">{{ row }}</a>
            </td>
            <td data-column="size" [attr.data-editing]="row === editing() ? '' : null">
              @if (row === editing()) {
                <input />
              }
            </td>
          </tr>
        }
      </tbody>
    </table>
    <button type="button" class="after">after</button>`,
})
class Screen {
  readonly rows = signal(['a', 'b', 'c']);
  readonly editing = signal('');
}

describe('grid focus', () => {
  let root: HTMLElement;
  let screen: Screen;

  beforeEach(async () => {
    const fixture = TestBed.createComponent(Screen);
    root = fixture.nativeElement as HTMLElement;
    document.body.append(root);
    screen = fixture.componentInstance;
    await render();
  });
  afterEach(() => root.remove());

  async function render(): Promise<void> {
    TestBed.tick();
    // Observers of changes are told in a microtask.
    await Promise.resolve();
  }

  const link = (row: string) => root.querySelector<HTMLElement>(`[data-row=${row}] a`);
  const size = (row: string) => root.querySelector<HTMLElement>(`[data-row=${row}] td:last-child`);
  const tabStops = () => [...root.querySelectorAll('table [tabindex="0"]')];
  const press = (key: string, modifiers: KeyboardEventInit = {}) =>
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...modifiers }),
    );

  it('is one stop of the Tab key, at the first name', () => {
    expect(tabStops()).toEqual([link('a')]);
  });

  it('moves by arrows, and its tab stop with it', () => {
    link('a')?.focus();
    press('ArrowDown');
    expect(document.activeElement).toBe(link('b'));
    press('ArrowRight');
    expect(document.activeElement).toBe(size('b'));
    expect(tabStops()).toEqual([size('b')]);
    press('ArrowRight');
    expect(document.activeElement).toBe(size('b'));
    press('ArrowLeft');
    press('ArrowUp');
    press('ArrowUp');
    expect(document.activeElement?.textContent).toBe('Name');
  });

  it.each([
    ['End', {}, () => size('b')],
    ['PageDown', {}, () => link('c')],
    ['PageUp', {}, () => link('a')],
    ['End', { ctrlKey: true }, () => size('c')],
    ['Home', { metaKey: true }, () => link('a')],
    ['ArrowDown', { shiftKey: true }, () => link('b')],
    ['k', {}, () => link('b')],
  ])('goes by %s %j where it should', (key, modifiers, expected) => {
    link('b')?.focus();
    press(key, modifiers);
    expect(document.activeElement).toBe(expected());
  });

  it('stays with its row when rows move, come and go', async () => {
    link('b')?.focus();
    screen.rows.set(['new', 'c', 'b', 'a']);
    await render();
    expect(document.activeElement).toBe(link('b'));
  });

  it('stays in its place when its row goes', async () => {
    link('b')?.focus();
    screen.rows.set(['a', 'c']);
    await render();
    expect(document.activeElement).toBe(link('c'));
    screen.rows.set(['a']);
    await render();
    expect(document.activeElement).toBe(link('a'));
  });

  it('takes no focus that has gone elsewhere', async () => {
    link('b')?.focus();
    root.querySelector<HTMLElement>('.after')?.focus();
    (document.activeElement as HTMLElement).blur();
    screen.rows.set(['a']);
    await render();
    expect(document.activeElement).toBe(document.body);
  });

  it('leaves a cell alone that is being edited, and comes back to it', async () => {
    size('b')?.focus();
    screen.editing.set('b');
    await render();
    const field = root.querySelector('input');
    field?.focus();
    press('ArrowUp');
    expect(document.activeElement).toBe(field);
    screen.editing.set('');
    await render();
    expect(document.activeElement).toBe(size('b'));
  });
});
